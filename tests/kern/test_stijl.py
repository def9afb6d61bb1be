"""The stylesheet: what goes in, what is left out, and that the result is light and legible."""

import gzip
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sociale_basis import stijl

MAP = stijl.MAP
VOORBEELD = MAP / "node_modules" / stijl.VOORBEELD
KAARTDELEN = ("MarkerCluster.css", "leaflet.markercluster.js")
geinstalleerd = pytest.mark.skipif(
    not VOORBEELD.exists(), reason="the npm packages are not installed: npm ci --ignore-scripts"
)


@pytest.fixture
def winkel(tmp_path: Path) -> Path:
    """A small project: every allowlisted package with one rule, tokens, a font, own CSS."""
    modules = tmp_path / "node_modules"
    letter = f"{stijl.LETTERTYPE}/files/{stijl.LETTERBESTAND}"
    kaart = [f"{stijl.KAARTGROEPEN}/{naam}" for naam in KAARTDELEN]
    for pad in (*stijl.COMPONENTEN, stijl.VOORBEELD, letter, *kaart, stijl.HTMX):
        (modules / pad).parent.mkdir(parents=True, exist_ok=True)
        (modules / pad).write_text("")
    (modules / stijl.COMPONENTEN[0]).write_text(".knop { color: var(--knop-kleur) }")
    (modules / stijl.VOORBEELD).write_text(
        ".voorbeeld-theme { --knop-kleur: var(--groen); --groen: #0a0; --ongebruikt: 1px }"
    )
    (tmp_path / "static/css").mkdir(parents=True)
    (tmp_path / "static/css/basis.css").write_text("@layer basis { a { color: inherit } }")
    (tmp_path / "static/css/kaart.css").write_text(".kaart { top: 0 }")
    (tmp_path / "thema.css").write_text(":root { --groen: #063 }")
    return tmp_path


def _stijlblad(winkel: Path) -> str:
    bestanden = stijl.bouw(winkel, winkel / "thema.css")
    return bestanden[0].read_text(encoding="utf-8")


def test_one_stylesheet_and_the_font_are_written(winkel: Path) -> None:
    bestanden = stijl.bouw(winkel, winkel / "thema.css")
    assert [b.name for b in bestanden] == ["stijl.css", stijl.LETTERBESTAND]
    assert all(b.parent == winkel / "static/gebouwd" for b in bestanden)


def test_components_stand_in_a_layer_below_our_own_rules(winkel: Path) -> None:
    blad = _stijlblad(winkel)
    assert "@layer basis,nlds;" in blad
    assert blad.index("@layer nlds{") < blad.index(".knop{") < blad.index("a{color:inherit}")


def test_only_tokens_in_use_go_along_with_what_they_refer_to(winkel: Path) -> None:
    blad = _stijlblad(winkel)
    assert "--knop-kleur:var(--groen)" in blad
    assert "--groen:" in blad
    assert "--ongebruikt" not in blad


def test_the_theme_of_a_municipality_wins_from_voorbeeld(winkel: Path) -> None:
    blad = _stijlblad(winkel)
    assert "--groen:#063" in blad
    assert "#0a0" not in blad


def test_files_outside_the_allowlist_are_never_read(winkel: Path) -> None:
    naast = winkel / "node_modules" / Path(stijl.COMPONENTEN[0]).parent / "test.css"
    naast.write_text(".test { color: red }")
    assert ".test" not in _stijlblad(winkel)


def test_a_package_that_is_not_installed_is_named(winkel: Path) -> None:
    (winkel / "node_modules" / stijl.COMPONENTEN[-1]).unlink()
    with pytest.raises(FileNotFoundError) as fout:
        stijl.bouw(winkel, winkel / "thema.css")
    assert stijl.COMPONENTEN[-1] in str(fout.value.filename)


def test_without_packages_the_command_says_what_to_run(
    winkel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (winkel / "node_modules" / stijl.VOORBEELD).unlink()
    monkeypatch.setattr(stijl, "MAP", winkel)
    with pytest.raises(SystemExit, match="npm ci --ignore-scripts"):
        stijl.main()


def test_the_command_prints_each_file_with_its_sizes(
    winkel: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(stijl, "MAP", winkel)
    stijl.main()
    uitvoer = capsys.readouterr().out
    assert re.search(r"static/gebouwd/stijl\.css: [\d,]+ bytes, gzip [\d,]+", uitvoer)
    assert stijl.LETTERBESTAND in uitvoer
    assert "static/gebouwd/htmx.js" in uitvoer


def test_our_own_theme_is_used_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STIJL_TOKENS", raising=False)
    assert stijl.themabestand() == stijl.EIGEN_THEMA


def test_stijl_tokens_names_another_theme(winkel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STIJL_TOKENS", str(winkel / "thema.css"))
    assert stijl.themabestand() == winkel / "thema.css"


def test_a_theme_that_is_not_there_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STIJL_TOKENS", "/nergens/thema.css")
    with pytest.raises(SystemExit, match=r"/nergens/thema\.css"):
        stijl.themabestand()


def test_the_map_has_a_stylesheet_and_script_of_its_own(winkel: Path) -> None:
    bestanden = stijl.bouw(winkel, winkel / "thema.css") + stijl.bouw_kaart(winkel)
    assert [b.name for b in bestanden[2:]] == ["kaart.css", "kaartgroepen.js"]
    assert ".kaart{top:0}" in bestanden[2].read_text()
    assert ".kaart{" not in bestanden[0].read_text()


def test_own_files_keep_a_fixed_order_and_new_ones_join_by_themselves(tmp_path: Path) -> None:
    for naam in ("print", "zebra", "donker", "portaal", "aap", "basis"):
        (tmp_path / f"{naam}.css").write_text("")
    namen = [bestand.stem for bestand in stijl.eigen_bestanden(tmp_path)]
    assert namen == ["basis", "portaal", "aap", "zebra", "donker", "print"]


@pytest.mark.parametrize(
    ("css", "klein"),
    [
        ("a { color: red ; }", "a{color:red}"),
        ("a  b ,\n c { margin: 0 1px }", "a b,c{margin:0 1px}"),
        ("/* weg */ a { top: 0 } /* ook */", "a{top:0}"),
        ('a::before { content: "a ;  b" }', 'a::before{content:"a ;  b"}'),
        ("a:not(.b) :focus { top: calc(1px + 2px) }", "a:not(.b) :focus{top:calc(1px + 2px)}"),
        ("@media (min-width: 2em) { a { top: 0 } }", "@media (min-width:2em){a{top:0}}"),
    ],
)
def test_css_gets_smaller_and_means_the_same(css: str, klein: str) -> None:
    assert stijl.verklein(css) == klein


def test_the_last_value_of_a_token_counts_and_comments_do_not() -> None:
    css = ":root { --a: 1px; /* --a: 9px; */ --b: var(--a) } .x { --a: 2px }"
    assert stijl.tokens(css) == {"--a": "2px", "--b": "var(--a)"}


def test_tokens_that_refer_to_each_other_do_not_hang_the_build() -> None:
    waarden = {"--a": "var(--b)", "--b": "var(--a)"}
    assert stijl.benodigde_tokens("p{color:var(--a)}", waarden) == {"--a", "--b"}


@pytest.mark.parametrize(
    ("css", "over"),
    [
        (".k--busy{cursor:wait}.k{top:0}", ".k{top:0}"),
        (".k--hover,.k:hover{top:0}", ".k:hover{top:0}"),
        ("@media print{.k--busy{top:0}.k{top:1px}}", "@media print{.k{top:1px}}"),
        (".k:where(.k--primary,.k--busy):hover{top:0}", ""),
    ],
)
def test_variants_that_no_page_has_are_left_out(css: str, over: str) -> None:
    assert stijl.zonder_varianten(css) == over


def test_the_build_needs_no_django() -> None:
    code = "import sys, sociale_basis.stijl; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=MAP, check=False).returncode == 0


def test_no_file_of_ours_is_too_long_to_read() -> None:
    lengtes = {b.name: len(b.read_text().splitlines()) for b in (MAP / "static").glob("*/*.css")}
    assert {
        naam for naam, regels in lengtes.items() if regels >= 400 and naam != "stijl.css"
    } == set()


def test_the_lock_file_names_no_registry() -> None:
    slot = json.loads((MAP / "package-lock.json").read_text())
    assert [naam for naam, pakket in slot["packages"].items() if "resolved" in pakket] == []


def test_package_versions_are_pinned() -> None:
    pakketten = json.loads((MAP / "package.json").read_text())
    versies = {**pakketten["dependencies"], **pakketten["devDependencies"]}
    assert {naam for naam, versie in versies.items() if not versie[0].isdigit()} == set()


# --- the real thing ------------------------------------------------------------------------
@pytest.fixture(scope="module")
def blad() -> str:
    if not VOORBEELD.exists():
        pytest.skip("the npm packages are not installed: npm ci --ignore-scripts")
    return stijl.stijlblad(MAP / "node_modules", MAP / "static/css", stijl.EIGEN_THEMA)


def test_all_css_together_stays_under_25_kilobytes(blad: str) -> None:
    assert len(gzip.compress(blad.encode())) < 25_000


def test_the_build_takes_less_than_a_second(blad: str) -> None:
    begin = time.perf_counter()
    stijl.stijlblad(MAP / "node_modules", MAP / "static/css", stijl.EIGEN_THEMA)
    assert time.perf_counter() - begin < 1


def test_nothing_is_fetched_from_elsewhere(blad: str) -> None:
    adressen = re.findall(r'url\("([^"]*)"\)', blad)
    assert adressen
    assert all((MAP / "static/gebouwd" / adres).resolve().is_file() for adres in adressen)
    assert "@import" not in blad


def test_braces_balance(blad: str) -> None:
    assert blad.count("{") == blad.count("}")


def test_every_variable_of_our_own_has_a_value(blad: str) -> None:
    bestanden = stijl.eigen_bestanden(MAP / "static/css")
    eigen = "".join(stijl.verklein(bestand.read_text()) for bestand in bestanden)
    zonder_reserve = set(re.findall(r"var\((--[\w-]+)\)", eigen))
    assert zonder_reserve - stijl.tokens(blad).keys() == set()


@geinstalleerd
def test_our_theme_only_sets_tokens_that_nl_design_system_knows() -> None:
    bekend = stijl.tokens(VOORBEELD.read_text()).keys()
    assert stijl.tokens(stijl.EIGEN_THEMA.read_text()).keys() - bekend == set()


# --- colours (WCAG 1.4.3 and 1.4.11) -------------------------------------------------------
TEKST, ZACHT = "--basis-color-default-color-document", "--basis-color-default-color-subtle"
PAPIER = [f"--basis-color-default-bg-{soort}" for soort in ("document", "subtle", "default")]
GROEN = "--basis-color-accent-1"
LEESBAAR = [
    *[(letter, grond) for letter in (TEKST, ZACHT) for grond in PAPIER],
    *[("--basis-color-action-2-color-default", grond) for grond in PAPIER],
    (TEKST, f"{GROEN}-bg-default"),
    ("--basis-color-action-2-color-default", f"{GROEN}-bg-default"),
    *[
        (f"{GROEN}-inverse-color-{stand}", f"{GROEN}-inverse-bg-{stand}")
        for stand in ("default", "hover", "active")
    ],
    *[
        (f"--basis-color-{soort}-color-{rol}", f"--basis-color-{soort}-bg-default")
        for soort in ("positive", "warning", "negative", "info")
        for rol in ("default", "document")
    ],
    ("--basis-color-negative-color-default", PAPIER[1]),
    ("--basis-color-positive-color-default", PAPIER[1]),
    ("--basis-color-warning-color-default", PAPIER[1]),
]
ZICHTBAAR = [("--basis-color-default-border-default", grond) for grond in PAPIER]


@pytest.fixture(scope="module", params=["light", "dark"])
def kleuren(request: pytest.FixtureRequest) -> dict[str, str]:
    if not VOORBEELD.exists():
        pytest.skip("the npm packages are not installed: npm ci --ignore-scripts")
    waarden = stijl.tokens(VOORBEELD.read_text()) | stijl.tokens(stijl.EIGEN_THEMA.read_text())
    if request.param == "dark":
        waarden |= stijl.tokens((MAP / "static/css/donker.css").read_text())
    return waarden


def _kleur(waarden: dict[str, str], naam: str) -> str:
    waarde = waarden[naam]
    verwijzing = re.fullmatch(r"var\((--[\w-]+)\)", waarde)
    return _kleur(waarden, verwijzing[1]) if verwijzing else waarde


def _licht(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lineair = [d / 12.92 if d <= 0.04045 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]


def _contrast(waarden: dict[str, str], een: str, ander: str) -> float:
    hoog, laag = sorted((_licht(_kleur(waarden, n)) for n in (een, ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


@pytest.mark.parametrize(("letter", "grond"), LEESBAAR)
def test_text_is_legible_on_its_ground(kleuren: dict[str, str], letter: str, grond: str) -> None:
    assert _contrast(kleuren, letter, grond) >= 4.5


@pytest.mark.parametrize(("rand", "grond"), ZICHTBAAR)
def test_the_edge_of_a_field_is_visible(kleuren: dict[str, str], rand: str, grond: str) -> None:
    assert _contrast(kleuren, rand, grond) >= 3


# --- drawings ------------------------------------------------------------------------------
def test_every_drawing_that_a_template_or_demo_names_exists() -> None:
    sprite = (MAP / "static/icons/iconen.svg").read_text()
    bekend = re.findall(r'<symbol id="([\w-]+)" viewBox="[\d ]+"', sprite)
    sjablonen = [*MAP.glob("templates/**/*.html"), *MAP.glob("*/templates/**/*.html")]
    genoemd = {naam for s in sjablonen for naam in re.findall(r'{% icoon "([^"]+)"', s.read_text())}
    for demo in MAP.glob("sociale_basis/demo/*/themas.toml"):
        genoemd |= set(re.findall(r'^icoon = "([^"]+)"', demo.read_text(), re.MULTILINE))
    assert genoemd - set(bekend) == set()
    assert len(bekend) == len(set(bekend))
