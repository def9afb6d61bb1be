"""Whose photos may be seen: members of the teams (H6)."""

from typing import Any

from sociale_basis.kern.foto import fotoplek

from .models import Teamlid


@fotoplek
def team(sleutel: str, gebruiker: Any) -> bool:
    return Teamlid.objects.zichtbaar().filter(foto=sleutel).exists()
