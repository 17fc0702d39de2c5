"""Settings: the environment is read here and nowhere else."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from sinergi.site import environment as env

ROOT = Path(__file__).resolve().parents[3]
VAR = env.folder("SINERGI_VAR", ROOT / "var")

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.secret_key(VAR)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
HTTPS = env.flag("HTTPS", default=False)
INSTANCE_NAME = env.text("INSTANCE_NAME", "Sinergi")
# The origin printed in documents and QR codes, which outlive any request.
PUBLIC_ORIGIN = env.text("PUBLIC_ORIGIN", "http://127.0.0.1:8000").rstrip("/")
MAX_UPLOAD_BYTES = env.number("MAX_UPLOAD_MB", 20) * 1_000_000

# Certificates of issuers whose electronic signatures are relied on (PEM or DER).
SIGNING_ISSUERS = env.known_folder("SIGNING_ISSUERS")
# What a certificate must be for; one of these is enough, none asks for nothing.
SIGNING_KEY_USAGE = env.words("SIGNING_KEY_USAGE", "non_repudiation,digital_signature")
# The eSign client service of BSrE; without an address nobody is offered it.
BSRE_URL = env.address("BSRE_URL")
BSRE_USER = env.text("BSRE_USER", "")
BSRE_PASSWORD = env.text("BSRE_PASSWORD", "")

STAGES = [
    "core",
    "letters",
    "collect",
    "measure",
    "align",
    "convene",
    "agree",
    "act",
    "publish",
]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "sinergi.site",
    *[f"sinergi.{stage}" for stage in STAGES],
    "sinergi.examples",
    # After core, whose templates give its pages the look of the house.
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Pages over weak networks; Django pads the size at random against BREACH.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "sinergi.site.api_errors.JsonErrors",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sinergi.core.middleware.Acting",
    "sinergi.core.middleware.Locale",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sinergi.core.middleware.LineEnds",
    "sinergi.core.middleware.Door",
]

ROOT_URLCONF = "sinergi.site.urls"
WSGI_APPLICATION = "sinergi.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sinergi.core.context.shell",
                "sinergi.examples.context.demo_accounts",
            ],
        },
    },
]
FORM_RENDERER = "sinergi.core.renderer.FormRenderer"

DATABASES = {"default": env.database(env.text("DATABASE_URL", ""), VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # Shared by all workers, so that lockout counts every attempt.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "site_cache",
    }
}

AUTH_USER_MODEL = "core.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/kerja/"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "sinergi.core.adapter.InvitationOnly"
ACCOUNT_FORMS = {"login": "sinergi.core.forms.SignInForm"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"[{INSTANCE_NAME}] "
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_PREVENT_ENUMERATION = True
# Allauth would write to strangers and invite them to sign up, which is closed.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key,30/m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES", 0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "sinergi.core.forms.AddPasskeyForm",
    "edit_webauthn": "sinergi.core.forms.RenamePasskeyForm",
}
# Addresses are entered by an administrator, so a second step waits for no proof.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = INSTANCE_NAME

EMAIL_BACKEND = env.text(
    "EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=False)
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "sinergi@localhost")

LANGUAGE_CODE = "id"
# Our Indonesian before that of Django's and allauth's own catalogues, so that every
# page of an account speaks as the others do.
LOCALE_PATHS = [ROOT / "src" / "sinergi" / "core" / "locale"]
LANGUAGES = [("id", _("Indonesian")), ("en", _("English"))]
FORMAT_MODULE_PATH = "sinergi.core.formats"
TIME_ZONE = env.zone("TIME_ZONE", "Asia/Makassar")
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
# What is asked for at the root and nowhere else: robots.txt, favicon.ico.
WHITENOISE_ROOT = Path(__file__).with_name("root")
STATIC_ROOT = VAR / "static"
MEDIA_ROOT = env.folder("SINERGI_FILES", VAR / "files")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o640

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "sinergi.core.errors.unverified"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS", "")
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = False
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SILENCED_SYSTEM_CHECKS = [
    "security.W008",  # the proxy in front redirects to HTTPS, see HTTPS above
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # They name the holders of certificates; what they find is told by the page.
    "loggers": {
        name: {"level": "CRITICAL"} for name in ("pyhanko", "pyhanko_certvalidator")
    },
}
