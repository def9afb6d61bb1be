"""Settings of the portal, read from the environment (see .env.example).

Without any variable it runs as a demo for this machine alone: SQLite, localhost only. With
``OMGEVING=productie`` it refuses to start half-configured (``sociale_basis/kern/checks.py``).
"""

from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from . import omgeving

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(omgeving.tekst("DATA_DIR", str(BASE_DIR / ".data")))

# --- where it runs -------------------------------------------------------------------------
OMGEVING = omgeving.keuze("OMGEVING", ("ontwikkeling", "productie"), "ontwikkeling")
PRODUCTIE = OMGEVING == "productie"
if not PRODUCTIE:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
DEBUG = omgeving.ja_nee("DEBUG", False)
# Outside production the key is public on purpose: such a site answers on localhost only.
SECRET_KEY = omgeving.tekst("SECRET_KEY") or (
    "" if PRODUCTIE else "alleen-voor-ontwikkeling-op-deze-computer-nooit-daarbuiten"
)
ALLOWED_HOSTS = (
    omgeving.lijst("ALLOWED_HOSTS") if PRODUCTIE else ["127.0.0.1", "localhost", "[::1]"]
)
CSRF_TRUSTED_ORIGINS = omgeving.lijst("CSRF_TRUSTED_ORIGINS")

# --- which municipality --------------------------------------------------------------------
GEMEENTE_CODE = omgeving.tekst("GEMEENTE_CODE", "" if PRODUCTIE else "GM1991")
PORTAAL_NAAM = omgeving.tekst("PORTAAL_NAAM", "Sociale Basis")
BEVEILIGING_EMAIL = omgeving.tekst("BEVEILIGING_EMAIL", "" if PRODUCTIE else "cert@voorbeeld.nl")

# --- apps ----------------------------------------------------------------------------------
INSTALLED_APPS = [
    "sociale_basis",
    "vrijwilligers",
    "voorzieningen",
    "wijken",
    "sociale_basis.kern",
    "csp",
    "simple_history",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django.contrib.sitemaps",
    "sociale_basis.beheerapp.BeheerConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sociale_basis.toegang.sessieduur.Sessieduur",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sociale_basis.kern.tussenlaag.PerBezoeker",
    "sociale_basis.kern.tussenlaag.ZonderNulteken",
    "sociale_basis.kern.tussenlaag.Veiligheidskoppen",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "sociale_basis.urls"
WSGI_APPLICATION = "sociale_basis.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sociale_basis.context.portaal",
            ],
        },
    }
]

# --- database ------------------------------------------------------------------------------
DATABASE_URL = omgeving.tekst("DATABASE_URL")  # production must choose (kern.E006)
DATABASES = {
    "default": dj_database_url.parse(
        DATABASE_URL or f"sqlite:///{DATA_DIR / 'portaal.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE: a transaction that reads first and writes later fails with "database is
    # locked" under load otherwise. synchronous=FULL: a power cut loses nothing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16384; "
            "PRAGMA journal_size_limit=67108864; PRAGMA foreign_keys=ON"
        ),
    }
    DATABASES["default"]["TEST"] = {"NAME": DATA_DIR / "test.sqlite3"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- caches --------------------------------------------------------------------------------
# Counts of limits stand apart from parts of pages, so that these never push those out.
CACHES = {
    naam: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": naam}
    for naam in ("default", "template_fragments")
}

# --- language and time ---------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands"))]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# --- people --------------------------------------------------------------------------------
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # first: it refuses who tried too often
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_RESET_TIMEOUT = 4 * 3600  # seconds

# Everybody who works in /beheer/ shows a code from a telephone at login.
TWEEDE_FACTOR_VERPLICHT = omgeving.ja_nee("TWEEDE_FACTOR_VERPLICHT", PRODUCTIE and not DEBUG)
OTP_TOTP_ISSUER = PORTAAL_NAAM
# A login ends after so long without a click, and in any case after a working day.
SESSIE_RUST = omgeving.getal("SESSIE_RUST_MINUTEN", 120) * 60
SESSION_COOKIE_AGE = 12 * 3600
# How long the log of logins, rights and exports is kept.
LOGBOEK_DAGEN = omgeving.getal("LOGBOEK_DAGEN", 365)

# Five wrong passwords for a name from one address, and that pair waits for a quarter of an
# hour; more of them, for any name or from anywhere, too (sociale_basis/toegang/slot.py).
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], "ip_address", "username"]
AXES_HANDLER = "sociale_basis.toegang.slot.Slot"
AXES_LOCKOUT_CALLABLE = "sociale_basis.toegang.slot.wacht_even"
AXES_CLIENT_IP_CALLABLE = "sociale_basis.toegang.slot.adres_van_poging"
AXES_USERNAME_CALLABLE = "sociale_basis.toegang.slot.onherkenbaar"
AXES_SENSITIVE_PARAMETERS = ["username", "password", "csrfmiddlewaretoken", "code"]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the log of kern has it
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

# --- static files --------------------------------------------------------------------------
STATIC_URL = "/static/"
# Where collectstatic puts them; outside production they are served from where they stand.
STATIC_ROOT = omgeving.tekst("STATIC_ROOT", str(DATA_DIR / "static")) if PRODUCTIE else None
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "sociale_basis.kern.vindbestanden.Eigenvinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "sociale_basis.kern.vindbestanden.Pakketvinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTIE
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTIE
WHITENOISE_AUTOREFRESH = DEBUG

# --- map -----------------------------------------------------------------------------------
KAART_TEGELS = omgeving.tekst(
    "KAART_TEGELS",
    "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/standaard/EPSG:3857/{z}/{x}/{y}.png",
)
KAART_BRONVERMELDING = omgeving.tekst("KAART_BRONVERMELDING", "Kaartgegevens © Kadaster")
# Where staff look up an address; empty switches it off.
PDOK_LOCATIESERVER = omgeving.tekst(
    "PDOK_LOCATIESERVER", "https://api.pdok.nl/bzk/locatieserver/search/v3_1"
)

# --- rules of the portal -------------------------------------------------------------------
# An entry that nobody confirmed for two review terms disappears from the site if this is on.
VERBERG_LANG_NIET_GECONTROLEERD = omgeving.ja_nee("VERBERG_LANG_NIET_GECONTROLEERD", False)

# Questions of residents: answered within so many working days, closed after so many days of
# silence, and thrown away so many days after closing (one that stays open: after a year).
VRAAG_WERKDAGEN = omgeving.getal("VRAAG_WERKDAGEN", 3)
VRAAG_STILTE_DAGEN = omgeving.getal("VRAAG_STILTE_DAGEN", 30)
VRAAG_BEWAAR_DAGEN = omgeving.getal("VRAAG_BEWAAR_DAGEN", 90)
# What the team of each wijk should have: hours per week for each of these kinds of expertise, and
# the hours of its verbinder (0: no verbinder needed).
TEAM_EXPERTISES = omgeving.lijst("TEAM_EXPERTISES", "jeugd,volwassenen")
TEAM_UREN = omgeving.getal("TEAM_UREN", 16)
VERBINDER_UREN = omgeving.getal("VERBINDER_UREN", 8)

# --- mail ----------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = omgeving.tekst(
    "DEFAULT_FROM_EMAIL", "" if PRODUCTIE else "portaal@voorbeeld.nl"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# A demo sends nothing: each mail becomes a file in EMAIL_FILE_PATH.
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if PRODUCTIE
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = omgeving.tekst("EMAIL_HOST", "" if PRODUCTIE else "localhost")
EMAIL_PORT = omgeving.getal("EMAIL_PORT", 25)
EMAIL_HOST_USER = omgeving.tekst("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = omgeving.tekst("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = omgeving.ja_nee("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT = 10
# Where links in mails lead to; in production the first host name unless told otherwise.
PORTAAL_ADRES = omgeving.tekst("PORTAAL_ADRES").rstrip("/") or (
    f"https://{ALLOWED_HOSTS[0].lstrip('.')}"
    if PRODUCTIE and ALLOWED_HOSTS
    else "http://127.0.0.1:8000"
)

# --- security ------------------------------------------------------------------------------
_tegelserver = "/".join(KAART_TEGELS.split("/", 3)[:3]) if "://" in KAART_TEGELS else SELF
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", _tegelserver],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTIE
SECURE_SSL_REDIRECT = PRODUCTIE and omgeving.ja_nee("SECURE_SSL_REDIRECT", True)
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]  # the monitor calls on plain HTTP from inside
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTIE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTIE
if PRODUCTIE:  # the prefix makes a browser refuse them from any other host or over HTTP
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessie", "__Host-csrf"
CSRF_COOKIE_HTTPONLY = True
VERTROUWDE_PROXIES = omgeving.lijst("VERTROUWDE_PROXIES")
if omgeving.ja_nee("ACHTER_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- log -----------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"kort": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    # A code in an address opens a question or a profile: it is written down nowhere.
    "filters": {"zonder_codes": {"()": "sociale_basis.kern.logregels.ZonderCodes"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "kort",
            "filters": ["zonder_codes"],
        }
    },
    "root": {"handlers": ["console"], "level": omgeving.tekst("LOG_LEVEL", "WARNING")},
    # Scanners knock with every host name there is; they get a 400 and no line.
    # Wrong passwords stand in the log of the portal, where they have a term.
    "loggers": {
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "axes": {"level": "ERROR"},
    },
}
