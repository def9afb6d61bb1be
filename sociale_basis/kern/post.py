"""Mail that goes out later, so that no page ever waits for a mail server.

``stuur()`` writes a mail in the database, in the transaction of whoever asks: a mail exists if
and only if what it tells about does. ``manage.py werk`` sends what waits, tries again with
growing pauses while the server is away, and gives up visibly after four days.

A table of our own and not django-tasks: that has no second attempt, never takes over the work
of a process that was killed, and keeps the address inside the arguments of a task, where no
retention term reaches it.
"""

import logging
from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as tekst
from django.utils.translation import gettext_lazy as _

from . import opmaak
from .aandacht import Aandachtspunt, aandacht
from .bewaren import bewaar
from .models import Mail
from .taken import taak

logger = logging.getLogger(__name__)
PER_KEER = 50

bewaar(
    "kern.Mail",
    "aan",
    dagen=30,
    sinds="klaar_op",
    hele_rij=True,
    waarom=_("Zo lang kunnen we nagaan of een bericht is aangekomen."),
)


def stuur(aan: str, onderwerp: str, sjabloon: str, gegevens: dict[str, Any]) -> Mail:
    """Put a mail in the queue; it is written now and sent within a minute or so.

    ``sjabloon`` is a text template that extends ``mail/basis.txt``. The HTML part is made from
    the text, so both always say the same.
    """
    context = {"naam": settings.PORTAAL_NAAM, "adres": settings.PORTAAL_ADRES} | gegevens
    tekst = render_to_string(sjabloon, context).strip() + "\n"
    onderwerp = " ".join(onderwerp.split())[:200]
    delen = {"onderwerp": onderwerp, "inhoud": opmaak.alineas(tekst)}
    html = render_to_string("mail/basis.html", delen)
    return Mail.objects.create(aan=aan, onderwerp=onderwerp, tekst=tekst, html=html)


def volledig(pad: str) -> str:
    """The address of a page for a mail, that knows no request: '/x/' → 'https://…/x/'."""
    return f"{settings.PORTAAL_ADRES}{pad}"


@taak("mail versturen", elke=timedelta(minutes=1))
def verstuur() -> int:
    """Send what is due, in one connection; returns how many went out.

    A server that is away ends the round: what was not tried yet waits for the next one.
    """
    verbinding = get_connection()
    verstuurd = 0
    try:
        for mail in Mail.objects.aan_de_beurt()[:PER_KEER]:
            if mail.claim():
                verstuurd += _probeer(mail, verbinding)
    except OSError as fout:
        logger.warning("The mail server does not take mail now: %s", type(fout).__name__)
    finally:
        verbinding.close()
    return verstuurd


def _probeer(mail: Mail, verbinding: Any) -> bool:
    """Whether it went out; ``OSError`` when the server is the reason that it did not."""
    try:
        verbinding.open()
        _bericht(mail, verbinding).send()
    except (SMTPRecipientsRefused, SMTPDataError) as fout:
        mail.is_mislukt(_in_woorden(fout), definitief=_bestaat_niet(fout))
        return False
    except OSError as fout:
        mail.is_mislukt(_in_woorden(fout))
        raise
    except Exception as fout:
        logger.exception("A mail cannot be sent as it is (number %s).", mail.pk)
        mail.is_mislukt(_in_woorden(fout), definitief=True)
        return False
    mail.is_verstuurd()
    return True


def _bericht(mail: Mail, verbinding: Any) -> EmailMultiAlternatives:
    bericht = EmailMultiAlternatives(
        mail.onderwerp,
        mail.tekst,
        to=[mail.aan],
        connection=verbinding,
        headers={"Auto-Submitted": "auto-generated"},
    )
    bericht.attach_alternative(mail.html, "text/html")
    return bericht


def _bestaat_niet(fout: Exception) -> bool:
    """The other side says for good (5xx) that it does not know the address."""
    antwoorden = fout.recipients.values() if isinstance(fout, SMTPRecipientsRefused) else ()
    return bool(antwoorden) and all(code >= 500 for code, _tekst in antwoorden)


def _in_woorden(fout: Exception) -> str:
    return f"{type(fout).__name__}: {fout}"[:500]


@aandacht(volgorde=30)
def niet_aangekomen(request: HttpRequest) -> Aandachtspunt | None:
    """Mail that was given up, for who may send it again."""
    if not request.user.has_perm("kern.change_mail"):
        return None
    adres = f"{reverse('admin:kern_mail_changelist')}?stand__exact=mislukt"
    return Aandachtspunt(tekst("E-mail die niet aankwam"), Mail.objects.mislukt(), adres)
