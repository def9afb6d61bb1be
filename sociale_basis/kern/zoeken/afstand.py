"""How far two words are apart."""


def afstand(a: str, b: str, hoogste: int) -> int:
    """Letters to add, drop, change or swap with a neighbour; ``hoogste + 1`` when it is more."""
    if abs(len(a) - len(b)) > hoogste:
        return hoogste + 1
    eerder: list[int] = []
    vorige = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        rij = [i]
        for j, ander in enumerate(b, 1):
            kosten = min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (letter != ander))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == ander:
                kosten = min(kosten, eerder[j - 2] + 1)
            rij.append(kosten)
        if min(rij) > hoogste:
            return hoogste + 1
        eerder, vorige = vorige, rij
    return min(vorige[-1], hoogste + 1)


def trigrammen(woord: str) -> set[str]:
    """'taal' → {'  t', ' ta', 'taa', 'aal', 'al '}."""
    tekst = f"  {woord} "
    return {tekst[i : i + 3] for i in range(len(tekst) - 2)}


def gelijkenis(a: str, b: str) -> float:
    """0 to 1: the share of trigrams that two words have in common."""
    een, twee = trigrammen(a), trigrammen(b)
    return len(een & twee) / len(een | twee)
