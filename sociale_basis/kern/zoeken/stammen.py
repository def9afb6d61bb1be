"""The stem of a word: 'rekeningen' and 'rekening' are one, 'huizen' and 'huis' too.

Snowball's ``dutch_porter`` does most; it is pinned, since the newer ``dutch`` maps 'schulden' to
'schul'. It knows no diminutives and no z/s and v/f, and joins some words that must stay apart.
"""

import re
from functools import lru_cache

import snowballstemmer

from .werkwoorden import heel_werkwoord
from .woordenboek import kent

_SNOWBALL = snowballstemmer.stemmer("dutch_porter")
_VERBOGEN = (
    (re.compile(r"(?<=[a-z]{4})enden?$"), "en"),
    (re.compile(r"(?<=m)pjes?$"), ""),
    (re.compile(r"(?<=ink)jes?$"), ""),
    (re.compile(r"(?<=[bcdfglmnprst])(?<!e)etjes?$"), ""),
    (re.compile(r"(?<=[nlrwiy])tjes?$"), ""),
    (re.compile(r"(?<=[bcdfghklmnpqrstvwxz])jes?$"), ""),
)
_OP_KLINKER_S = re.compile(r"(?:[bcdfghjklmnpqrtvwxz][aiouy]|[ei]o)s$")
_STEMHEBBEND = {"z": "s", "v": "f"}
_DUBBEL = re.compile(r"([bcdfgklmnprst])\1$")

# stem: the forms that go with it, where the rules would join too much or too little
_UITZONDERINGEN = """
kind: kind kinder kinderen kids kindje kindjes kinders
oudere: oudere ouderen ouwere bejaarde bejaarden
ouder: ouder ouders
rekening: rekening rekeningen rekeningetje rekenigen
blow: blow blowen blowt geblowd blower blowers
vape: vape vapes vapen vapet vaper vapers
gok: gok gokken gokt gegokt gokker gokkers
bel: bel bellen belt gebeld
leer: leren leer leert geleerd
speel: spelen speelt gespeeld speel
wandel: wandelen wandelt gewandeld wandel
steel: stelen steelt gestolen
deal: dealen dealt gedeald dealer dealers
winst: winst winsten
alfabet: alfabet
kroost: kroost
rente: rente rentes rentevoet
geweldig: geweldig geweldige
verkeer: verkeer
game: game games gamen gamet gamed gegamed gamer gamers gaming
scheid: scheiden scheiding scheidingen scheidt gescheiden scheid scheidden
overlijd: overlijden overleden overlijdt overledene overleed overlijd
sterf: sterven sterft gestorven stierf sterfgeval
verslaaf: verslaafd verslaafde verslaafden verslaving verslavingen verslavings
dement: dement dementie dementerend dementerende dementeren dementia
depress: depressie depressief depressies depressieve depri depressiviteit
financ: financien financieel financiele
psych: psychisch psychische psyche psychies
psycholoog: psycholoog psychologen psychologe psychologie psychologisch psychologische
mishandel: mishandelen mishandeld mishandeling mishandelt mishandelde
pest: pesten gepest pest pester pesters pesterij pesterijen
maatje: maatje maatjes
meisje: meisje meisjes meid meiden
uitje: uitje uitjes
biertje: biertje biertjes bier
wijk: wijk wijken
wijs: wijs wijze
les: les lessen lesje
werkloos: werkloos werkeloos werkloze werklozen werkloosheid werkeloosheid werkelozen
eenzaam: eenzaam eenzame eenzaamheid eenzamen
ziek: ziek zieke zieken ziekte ziektes ziekten
slaap: slaap slapen slaapt geslapen slaapprobleem
eet: eten eet gegeten eten eetje
val: val vallen valt gevallen viel valpartij
help: help helpen helpt geholpen hielp helper helpers
betaal: betalen betaal betaalt betaald betaling betalingen betaalde
huur: huur huren huurt gehuurd huurder huurders
verhuis: verhuizen verhuist verhuizing verhuisd verhuis
vlucht: vluchteling vluchtelingen gevlucht vluchten gevluchte
vrijwillig: vrijwillig vrijwilliger vrijwilligers vrijwillige vrijwilligster
bevall: bevallen bevalling bevallingen
zwanger: zwanger zwangere zwangeren zwangerschap zwangerschappen
spreek: spreken spreekt gesproken spreek
schrijf: schrijven schrijft geschreven schrijf
lees: lezen leest gelezen lees
begrijp: begrijpen begrijpt begrijp begrepen
snap: snap snappen snapt gesnapt snapte
ontsla: ontslag ontslagen ontslaan
verdriet: verdriet verdrietig verdrietige
angst: angst angsten angstig angstige
bang: bang bange banger
beweeg: bewegen beweegt beweging bewegen bewogen beweeg
begeleid: begeleiden begeleiding begeleid begeleider begeleiders begeleidt
opvoed: opvoeden opvoeding opvoed opvoeder opvoeders opgevoed opvoedt
inburger: inburgeren inburgering inburgeraar inburgeraars ingeburgerd
ontmoet: ontmoeten ontmoeting ontmoetingen ontmoet
verzeker: verzekering verzekeringen verzekerd verzekeren verzekeraar
vergeet: vergeten vergeet vergeetachtig vergeetachtige vergeetachtigheid
invul: invullen invul ingevuld invullend
aanvraag: aanvragen aanvraag aangevraagd aanvraagt
solliciteer: solliciteren sollicitatie sollicitaties solliciteer solliciteert
administratie: administratie administraties administratief administratieve
papier: papier papieren papiertje papiertjes paperassen
stoppen: stoppen stop gestopt stopt
klus: klus klussen klusje klusjes klusser klussers
sport: sport sporten gesport sportief
drugs: drugs drug
werk: werk werken werkt gewerkt
jongere: jongere jongeren
volwassene: volwassene volwassenen volwassen
alleen: alleen
gehandicapt: gehandicapt gehandicapte gehandicapten handicap handicaps gehandicapten
beperk: beperking beperkingen beperkt
mantelzorg: mantelzorg mantelzorger mantelzorgers
huishoud: huishouden huishoudelijk huishoudelijke huishoudens huishouding
energie: energie
duren: duren duurt duurde geduurd
staan: staan sta staat stond gestaan
slaan: slaan sla slaat sloeg sloegen geslagen
gaan: gaan ga gaat ging gingen
zien: zien zie ziet zag gezien
doen: doen doe doet deed gedaan
kunnen: kunnen kan kun kunt kon konden
willen: willen wil wilt wou wilde
hebben: hebben heb hebt heeft had hadden gehad
weten: weten weet wist
komen: komen kom komt kwam gekomen
raken: raken raak raakt geraakt
krijgen: krijgen krijg krijgt kreeg gekregen
durf: durven durf durft durfde
voel: voelen voel voelt voelde gevoeld
maken: maken maak maakt maakte gemaakt
moet: moeten moet moest
mij: mij me
mijn: mijn mn mijne
mezelf: mezelf mijzelf jezelf
wonen: wonen woont woon woonde gewoond
woning: woning woningen woninkje
"""
UITZONDERINGEN = {
    vorm: regel.split(":")[0]
    for regel in _UITZONDERINGEN.strip().splitlines()
    for vorm in regel.replace(":", " ").split()
}


@lru_cache(maxsize=100_000)
def stam(woord: str) -> str:
    """The stem of a folded word; stems of stems are the same."""
    return stam_van_vorm(woord if woord in UITZONDERINGEN else heel_werkwoord(woord))


@lru_cache(maxsize=100_000)
def stam_van_vorm(woord: str) -> str:
    """The stem that keeps the t of 'brandt' and 'misbruikt': it tells that it happens now."""
    woord = _enkelvoud(woord)
    if woord in UITZONDERINGEN:
        return UITZONDERINGEN[woord]
    if len(woord) < 4 or not woord.isalpha():
        return woord
    return _eindletters(_SNOWBALL.stemWord(_grondwoord(woord)))


def _enkelvoud(woord: str) -> str:
    """'autos' → 'auto': a plural that lost its apostrophe is no word, and without its s it is."""
    is_meervoud = _OP_KLINKER_S.search(woord) and kent(woord[:-1]) and not kent(woord)
    return woord[:-1] if is_meervoud else woord


def _grondwoord(woord: str) -> str:
    """'klusje' → 'klus', 'tuintje' → 'tuin', 'belletje' → 'bell', 'blowende' → 'blowen'."""
    if len(woord) < 6:
        return woord
    for einde, vervanging in _VERBOGEN:
        kort = einde.sub(vervanging, woord)
        if kort != woord and len(kort) >= 3:
            return kort
    return woord


def _eindletters(stam_: str) -> str:
    """'huiz' → 'huis', 'briev' → 'brief', 'boodschapp' → 'boodschap'."""
    stam_ = _DUBBEL.sub(r"\1", stam_)
    return stam_[:-1] + _STEMHEBBEND.get(stam_[-1], stam_[-1])
