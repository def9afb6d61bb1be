"""What a web server runs: refuses to start when the configuration is not complete."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sociale_basis.settings")
application = get_wsgi_application()

from sociale_basis.kern.checks import weiger_halve_configuratie  # noqa: E402  (needs Django set up)

weiger_halve_configuratie()
