"""The network address of whoever asks, also behind proxies of our own."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def bezoekers_ip(request: HttpRequest) -> str | None:
    """The first address that is not a proxy of ours, seen from here; None when unknown.

    X-Forwarded-For can be made up by anybody: it counts only as far as the proxies in
    ``VERTROUWDE_PROXIES`` (addresses or networks) wrote it. A server on a Unix socket names no
    address; then the one in front of it is trusted as soon as that setting is filled.
    """
    keten = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    keten.append(request.META.get("REMOTE_ADDR", ""))
    adres = None
    for deel in reversed([deel.strip() for deel in keten]):
        if deel and not _is_adres(deel):
            break
        adres = deel or adres
        if not _is_van_ons(deel):
            break
    return adres


def bezoekers_net(request: HttpRequest) -> str:
    """Who counts as one visitor: an IPv4 address, or the /64 of one IPv6 connection.

    A house with IPv6 has more addresses than anybody can count; "" when unknown.
    """
    tekst = bezoekers_ip(request)
    adres = ip_address(tekst) if tekst and _is_adres(tekst) else None
    if not isinstance(adres, IPv6Address):
        return tekst or ""
    if adres.ipv4_mapped:
        return str(adres.ipv4_mapped)
    return str(ip_network((adres.packed, 64), strict=False))


def _is_adres(tekst: str) -> bool:
    try:
        return bool(ip_address(tekst))
    except ValueError:
        return False


def _is_van_ons(adres: str) -> bool:
    proxies = settings.VERTROUWDE_PROXIES
    if not adres:
        return bool(proxies)
    return any(ip_address(adres) in ip_network(proxy, strict=False) for proxy in proxies)
