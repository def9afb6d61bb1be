"""Short ways to write rows, deviations and moments in these tests, and random ones."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st

from voorzieningen.openingstijden import Slot, Uitzondering, lees_tijden

NEDERLAND = ZoneInfo("Europe/Amsterdam")
MAANDAG = date(2026, 11, 23)

# A busy machine is no failure; how fast it is has a test of its own.
zonder_haast = settings(deadline=None)

KWARTIEREN = [time(uur, minuut) for uur in range(24) for minuut in (0, 15, 30, 45)]


def rooster(*regels: str) -> list[Slot]:
    """rooster("ma-vr 9:00-17:00", "za 10:00-12:00 op afspraak")"""
    return [slot for regel in regels for slot in lees_tijden(regel)]


def om(moment: str) -> datetime:
    """om("2026-11-23 10:00"): a moment in Dutch time."""
    return datetime.fromisoformat(moment).replace(tzinfo=NEDERLAND)


def dicht(van: str, tot: str = "", reden: str = "") -> Uitzondering:
    return Uitzondering(date.fromisoformat(van), date.fromisoformat(tot or van), reden=reden)


def anders(dag: str, van: str, tot: str, reden: str = "", tot_dag: str = "") -> Uitzondering:
    """Other times on a day (or up to and including ``tot_dag``)."""
    dagen = date.fromisoformat(dag), date.fromisoformat(tot_dag or dag)
    return Uitzondering(*dagen, False, time.fromisoformat(van), time.fromisoformat(tot), reden)


@st.composite
def slots(tekenaar: st.DrawFn, op_afspraak: bool | None = None) -> Slot:
    """Any row, on quarters of an hour or until 23:59, sometimes with a validity near MAANDAG."""
    grenzen = st.none() | st.integers(-6, 8).map(lambda n: MAANDAG + timedelta(days=n))
    eerste, laatste = tekenaar(grenzen), tekenaar(grenzen)
    if eerste and laatste and laatste < eerste:
        eerste, laatste = laatste, eerste
    return Slot(
        weekdag=tekenaar(st.integers(0, 6)),
        van=tekenaar(st.sampled_from(KWARTIEREN)),
        tot=tekenaar(st.sampled_from([*KWARTIEREN, time(23, 59)])),
        geldig_van=eerste,
        geldig_tot=laatste,
        op_afspraak=tekenaar(st.booleans()) if op_afspraak is None else op_afspraak,
        opmerking=tekenaar(st.sampled_from(["", "inloop", "met koffie"])),
    )


@st.composite
def uitzonderingen(tekenaar: st.DrawFn) -> Uitzondering:
    """A deviation of one to five days near MAANDAG, closed or with other times."""
    eerste = MAANDAG + timedelta(days=tekenaar(st.integers(-4, 9)))
    laatste = eerste + timedelta(days=tekenaar(st.integers(0, 4)))
    reden = tekenaar(st.text(max_size=20))
    if tekenaar(st.booleans()):
        return Uitzondering(eerste, laatste, reden=reden)
    van, tot = (tekenaar(st.sampled_from(KWARTIEREN)) for _ in range(2))
    return Uitzondering(eerste, laatste, False, van, tot, reden)
