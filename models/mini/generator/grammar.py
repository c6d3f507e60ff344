"""The newswire grammar of the mini model: one sentence pattern, five source languages, English.

Every sentence has the slots *time, subject, verb, number, noun, place, cause*, which combine freely:

    Am Montag meldete die Polizei 45 Festnahmen in Wien nach dem Sturm.
    On Monday, the police reported 45 arrests in Vienna after the storm.

Two slots agree with each other: Slovene and Polish participles take the gender of the subject. Numbers are those
after which both languages use the genitive plural (5-20, 25-30, 35-40, ...), so nouns need one form only.

The hold-out is compositional: some verb-noun and subject-verb pairs never occur in training, in any language.
A network that is right on them has learnt to put words together, not sentences by heart.
"""

import random
from dataclasses import dataclass

LANGUAGES = ("de", "sl", "pl", "nb", "sq")


@dataclass(frozen=True)
class Phrase:
    """One thing said in English and in the five source languages."""

    en: str
    de: str
    sl: str
    pl: str
    nb: str
    sq: str

    def __getitem__(self, language):
        return getattr(self, language)


@dataclass(frozen=True)
class Subject:
    """A subject and the grammatical gender (m, f, n) that its Slovene and Polish participles agree with."""

    phrase: Phrase
    gender_sl: str
    gender_pl: str


@dataclass(frozen=True)
class Slots:
    """The choices that make one sentence. `day` is 0 when `time` is a weekday; a month needs a day, 1-28."""

    time: Phrase
    day: int
    subject: Subject
    verb: Phrase
    number: int
    noun: Phrase
    place: Phrase
    cause: Phrase


WEEKDAYS = (
    Phrase("On Monday", "Am Montag", "V ponedeljek", "W poniedziałek", "På mandag", "Të hënën"),
    Phrase("On Tuesday", "Am Dienstag", "V torek", "We wtorek", "På tirsdag", "Të martën"),
    Phrase("On Wednesday", "Am Mittwoch", "V sredo", "W środę", "På onsdag", "Të mërkurën"),
    Phrase("On Thursday", "Am Donnerstag", "V četrtek", "W czwartek", "På torsdag", "Të enjten"),
    Phrase("On Friday", "Am Freitag", "V petek", "W piątek", "På fredag", "Të premten"),
    Phrase("On Saturday", "Am Samstag", "V soboto", "W sobotę", "På lørdag", "Të shtunën"),
    Phrase("On Sunday", "Am Sonntag", "V nedeljo", "W niedzielę", "På søndag", "Të dielën"),
)

MONTHS = (
    Phrase("January", "Januar", "januarja", "stycznia", "januar", "janar"),
    Phrase("February", "Februar", "februarja", "lutego", "februar", "shkurt"),
    Phrase("March", "März", "marca", "marca", "mars", "mars"),
    Phrase("April", "April", "aprila", "kwietnia", "april", "prill"),
    Phrase("May", "Mai", "maja", "maja", "mai", "maj"),
    Phrase("June", "Juni", "junija", "czerwca", "juni", "qershor"),
    Phrase("July", "Juli", "julija", "lipca", "juli", "korrik"),
    Phrase("August", "August", "avgusta", "sierpnia", "august", "gusht"),
    Phrase("September", "September", "septembra", "września", "september", "shtator"),
    Phrase("October", "Oktober", "oktobra", "października", "oktober", "tetor"),
    Phrase("November", "November", "novembra", "listopada", "november", "nëntor"),
    Phrase("December", "Dezember", "decembra", "grudnia", "desember", "dhjetor"),
)

SUBJECTS = (
    Subject(Phrase("the police", "die Polizei", "policija", "policja", "politiet", "policia"), "f", "f"),
    Subject(Phrase("the government", "die Regierung", "vlada", "rząd", "regjeringen", "qeveria"), "f", "m"),
    Subject(
        Phrase(
            "the interior ministry",
            "das Innenministerium",
            "notranje ministrstvo",
            "ministerstwo spraw wewnętrznych",
            "innenriksdepartementet",
            "ministria e brendshme",
        ),
        "n",
        "n",
    ),
    Subject(
        Phrase(
            "the health ministry",
            "das Gesundheitsministerium",
            "zdravstveno ministrstvo",
            "ministerstwo zdrowia",
            "helsedepartementet",
            "ministria e shëndetësisë",
        ),
        "n",
        "n",
    ),
    Subject(
        Phrase("the prime minister", "der Ministerpräsident", "premier", "premier", "statsministeren", "kryeministri"),
        "m",
        "m",
    ),
    Subject(
        Phrase("the mayor", "der Bürgermeister", "župan", "burmistrz", "ordføreren", "kryetari i bashkisë"), "m", "m"
    ),
    Subject(
        Phrase(
            "the fire service",
            "die Feuerwehr",
            "gasilska služba",
            "straż pożarna",
            "brannvesenet",
            "shërbimi i zjarrfikësve",
        ),
        "f",
        "f",
    ),
    Subject(
        Phrase("the Red Cross", "das Rote Kreuz", "Rdeči križ", "Czerwony Krzyż", "Røde Kors", "Kryqi i Kuq"), "m", "m"
    ),
    Subject(Phrase("the agency", "die Agentur", "agencija", "agencja", "byrået", "agjencia"), "f", "f"),
    Subject(
        Phrase("the spokesman", "der Sprecher", "tiskovni predstavnik", "rzecznik", "talsmannen", "zëdhënësi"), "m", "m"
    ),
    Subject(Phrase("the opposition", "die Opposition", "opozicija", "opozycja", "opposisjonen", "opozita"), "f", "f"),
    Subject(Phrase("the court", "das Gericht", "sodišče", "sąd", "retten", "gjykata"), "n", "m"),
)

# A German verb that ends in a colon is separable: its second half goes to the end of the sentence.
VERBS = (
    Phrase("confirmed", "bestätigte", "potrdil", "potwierdził", "bekreftet", "konfirmoi"),
    Phrase("reported", "meldete", "sporočil", "zgłosił", "meldte om", "raportoi"),
    Phrase("announced", "kündigte an:", "napovedal", "ogłosił", "kunngjorde", "njoftoi"),
    Phrase("promised", "versprach", "obljubil", "obiecał", "lovet", "premtoi"),
    Phrase("demanded", "forderte", "zahteval", "zażądał", "krevde", "kërkoi"),
    Phrase("mentioned", "erwähnte", "omenil", "wspomniał", "nevnte", "përmendi"),
    Phrase("counted", "zählte", "preštel", "policzył", "talte", "numëroi"),
    Phrase("registered", "registrierte", "zabeležil", "zarejestrował", "registrerte", "regjistroi"),
    Phrase("expected", "erwartete", "pričakoval", "oczekiwał", "ventet", "priste"),
    Phrase("rejected", "lehnte ab:", "zavrnil", "odrzucił", "avviste", "refuzoi"),
)

NOUNS = (
    Phrase("arrests", "Festnahmen", "aretacij", "zatrzymań", "arrestasjoner", "arrestime"),
    Phrase("new cases", "neue Fälle", "novih primerov", "nowych przypadków", "nye tilfeller", "raste të reja"),
    Phrase("new houses", "neue Häuser", "novih hiš", "nowych domów", "nye hus", "shtëpi të reja"),
    Phrase("injured people", "Verletzte", "poškodovanih", "rannych", "skadde", "të plagosur"),
    Phrase(
        "new jobs",
        "neue Arbeitsplätze",
        "novih delovnih mest",
        "nowych miejsc pracy",
        "nye arbeidsplasser",
        "vende të reja pune",
    ),
    Phrase("buses", "Busse", "avtobusov", "autobusów", "busser", "autobusë"),
    Phrase("protesters", "Demonstranten", "protestnikov", "demonstrantów", "demonstranter", "protestues"),
    Phrase("refugees", "Flüchtlinge", "beguncev", "uchodźców", "flyktninger", "refugjatë"),
    Phrase("soldiers", "Soldaten", "vojakov", "żołnierzy", "soldater", "ushtarë"),
    Phrase(
        "closed schools",
        "geschlossene Schulen",
        "zaprtih šol",
        "zamkniętych szkół",
        "stengte skoler",
        "shkolla të mbyllura",
    ),
    Phrase(
        "damaged bridges",
        "beschädigte Brücken",
        "poškodovanih mostov",
        "uszkodzonych mostów",
        "skadde broer",
        "ura të dëmtuara",
    ),
    Phrase("tents", "Zelte", "šotorov", "namiotów", "telt", "çadra"),
)

PLACES = (
    Phrase("in Vienna", "in Wien", "na Dunaju", "w Wiedniu", "i Wien", "në Vjenë"),
    Phrase("in Berlin", "in Berlin", "v Berlinu", "w Berlinie", "i Berlin", "në Berlin"),
    Phrase("in Ljubljana", "in Ljubljana", "v Ljubljani", "w Lublanie", "i Ljubljana", "në Lubjanë"),
    Phrase("in Warsaw", "in Warschau", "v Varšavi", "w Warszawie", "i Warszawa", "në Varshavë"),
    Phrase("in Oslo", "in Oslo", "v Oslu", "w Oslo", "i Oslo", "në Oslo"),
    Phrase("in Tirana", "in Tirana", "v Tirani", "w Tiranie", "i Tirana", "në Tiranë"),
    Phrase("in Prague", "in Prag", "v Pragi", "w Pradze", "i Praha", "në Pragë"),
    Phrase("near the border", "nahe der Grenze", "blizu meje", "w pobliżu granicy", "nær grensen", "pranë kufirit"),
    Phrase("in the capital", "in der Hauptstadt", "v prestolnici", "w stolicy", "i hovedstaden", "në kryeqytet"),
    Phrase("in the north", "im Norden", "na severu", "na północy", "i nord", "në veri"),
    Phrase("in the south", "im Süden", "na jugu", "na południu", "i sør", "në jug"),
    Phrase("in Krakow", "in Krakau", "v Krakovu", "w Krakowie", "i Krakow", "në Krakov"),
    Phrase("in Maribor", "in Maribor", "v Mariboru", "w Mariborze", "i Maribor", "në Maribor"),
    Phrase("in Bergen", "in Bergen", "v Bergnu", "w Bergen", "i Bergen", "në Bergen"),
)

CAUSES = (
    Phrase("", "", "", "", "", ""),
    Phrase("after the storm", "nach dem Sturm", "po neurju", "po burzy", "etter stormen", "pas stuhisë"),
    Phrase(
        "after the earthquake",
        "nach dem Erdbeben",
        "po potresu",
        "po trzęsieniu ziemi",
        "etter jordskjelvet",
        "pas tërmetit",
    ),
    Phrase("before the election", "vor der Wahl", "pred volitvami", "przed wyborami", "før valget", "para zgjedhjeve"),
    Phrase("during the night", "während der Nacht", "med nočjo", "w nocy", "i løpet av natten", "gjatë natës"),
)

NUMBERS = tuple(n for n in range(5, 1000) if 5 <= n % 100 <= 20 or (n % 100 > 20 and n % 10 not in (1, 2, 3, 4)))

PARTICIPLE_ENDING = {"m": "", "f": "a", "n": "o"}


def english(slots):
    """The English sentence of `slots`."""
    time = f"On {slots.day} {slots.time.en}" if slots.day else slots.time.en
    subject, verb, noun = slots.subject.phrase.en, slots.verb.en, slots.noun.en
    return _sentence(f"{time},", subject, verb, str(slots.number), noun, slots.place.en, slots.cause.en)


def source(slots, language):
    """The sentence of `slots` in one of the five source languages."""
    time = _date(slots, language) if slots.day else slots.time[language]
    subject, verb = slots.subject.phrase[language], slots.verb[language]
    rest = (str(slots.number), slots.noun[language], slots.place[language], slots.cause[language])
    if language == "de" and verb.endswith(":"):
        stem, particle = verb[:-1].split(" ")
        return _sentence(time, stem, subject, *rest, particle)
    if language in ("de", "nb"):
        return _sentence(time, verb, subject, *rest)
    if language == "sl":
        return _sentence(time, "je", subject, verb + PARTICIPLE_ENDING[slots.subject.gender_sl], *rest)
    if language == "pl":
        return _sentence(time, subject, verb + PARTICIPLE_ENDING[slots.subject.gender_pl], *rest)
    return _sentence(time, subject, verb, *rest)


def is_held_out(slots):
    """Whether this verb-noun or subject-verb pair is kept out of training."""
    verb, noun, subject = VERBS.index(slots.verb), NOUNS.index(slots.noun), SUBJECTS.index(slots.subject)
    return (verb * 5 + noun * 7) % 11 == 0 or (subject * 3 + verb * 7) % 13 == 0


def random_slots(rng):
    """Slots drawn independently; weekdays and dates are equally likely."""
    if rng.random() < 0.5:
        time, day = rng.choice(WEEKDAYS), 0
    else:
        time, day = rng.choice(MONTHS), rng.randint(1, 28)
    return Slots(
        time=time,
        day=day,
        subject=rng.choice(SUBJECTS),
        verb=rng.choice(VERBS),
        number=rng.choice(NUMBERS),
        noun=rng.choice(NOUNS),
        place=rng.choice(PLACES),
        cause=rng.choice(CAUSES),
    )


def sample(rng, count, held_out):
    """`count` triples (source, English, language), all of them held out or none."""
    triples = []
    while len(triples) < count:
        slots, language = random_slots(rng), rng.choice(LANGUAGES)
        if is_held_out(slots) == held_out:
            triples.append((source(slots, language), english(slots), language))
    return triples


def every_form(language):
    """Sentences that together hold every word form of `language`: each slot runs through its values once."""
    base = Slots(WEEKDAYS[0], 0, SUBJECTS[0], VERBS[0], NUMBERS[0], NOUNS[0], PLACES[0], CAUSES[0])

    def with_slots(**changes):
        return source(Slots(**{**base.__dict__, **changes}), language)

    yield from (with_slots(time=time) for time in WEEKDAYS)
    yield from (with_slots(time=time, day=1) for time in MONTHS)
    yield from (with_slots(subject=subject, verb=verb) for subject in SUBJECTS for verb in VERBS)
    yield from (with_slots(noun=noun) for noun in NOUNS)
    yield from (with_slots(place=place) for place in PLACES)
    yield from (with_slots(cause=cause) for cause in CAUSES)


def _date(slots, language):
    day, month = slots.day, slots.time[language]
    return {
        "de": f"Am {day}. {month}",
        "sl": f"{day}. {month}",
        "pl": f"{day} {month}",
        "nb": f"Den {day}. {month}",
        "sq": f"Më {day} {month}",
    }[language]


def _sentence(*parts):
    return " ".join(part for part in parts if part) + "."


if __name__ == "__main__":
    demo = random.Random(0)
    for demo_language in LANGUAGES:
        demo_slots = random_slots(demo)
        print(demo_language, source(demo_slots, demo_language), english(demo_slots), sep=" | ")
