"""Clear sentences about several wars, and what a reader must make of each.

A row is the day of publication ("" where there is none), the text, and the fields of the claim that it must give;
fields that are not listed are left open. ``MISREAD`` are fair sentences that the reader gets wrong, each with the class
of language that it stands for.
"""

Row = tuple[str, str, dict[str, object]]


def told(
    kind: str, actor: str | list[str] | None, place: str | None, day: str | None = None, **more: object
) -> dict[str, object]:
    """Fields of a claim; ``day`` is "first..last" or one day; a place of None is left open."""
    first, _, last = (day or "").partition("..")
    when = {"from": first, "to": last or first} if day else {}
    where = {"place": place} if place else {}
    return {"kind": kind, "actor": actor, **where, **when, **more}


TERRITORY: list[Row] = [
    (
        "2017-07-10",
        "Iraqi forces liberated Mosul from Islamic State on 10 July 2017.",
        told("capture", "Iraqi Army", "Mosul", "2017-07-10", recipient="ISIS"),
    ),
    (
        "2022-09-12",
        "Ukrainian troops recaptured the city of Izium from Russian forces on Saturday.",
        told("capture", "Ukraine", "Izium", "2022-09-10", recipient="Russia"),
    ),
    (
        "2022-07-04",
        "Russian forces captured Lysychansk on Sunday.",
        told("capture", "Russia", "Lysychansk", "2022-07-03"),
    ),
    (
        "2022-11-12",
        "The Russian army withdrew from Kherson on 11 November 2022.",
        told("withdrawal", "Russia", "Kherson", "2022-11-11"),
    ),
    (
        "2022-06-20",
        "Mariupol fell to Russian forces in May 2022.",
        told("capture", "Russia", "Mariupol", "2022-05-01..2022-05-31"),
    ),
    (
        "2024-02-18",
        "Ukrainian forces pulled out of Avdiivka on Saturday.",
        told("withdrawal", "Ukraine", "Avdiivka", "2024-02-17"),
    ),
    (
        "2022-05-20",
        "The loss of Mariupol to Russian forces was a blow to Ukraine.",
        told("capture", "Russia", "Mariupol"),
    ),
    (
        "2023-12-20",
        "The Rapid Support Forces captured Wad Madani on Monday.",
        told("capture", "Rapid Support Forces", "Wad Madani", "2023-12-18"),
    ),
    (
        "2025-03-27",
        "The Sudanese army recaptured Khartoum from the Rapid Support Forces on 26 March 2025.",
        told("capture", "Sudanese Army", "Khartoum", "2025-03-26", recipient="Rapid Support Forces"),
    ),
    (
        "2024-05-15",
        "The Rapid Support Forces have besieged El Fasher since May 2024.",
        told("siege", "Rapid Support Forces", "El Fasher"),
    ),
    (
        "2023-04-20",
        "Khartoum airport is controlled by the RSF.",
        told("hold", "Rapid Support Forces", "Khartoum Airport", "2023-04-20"),
    ),
    ("2023-11-15", "The Malian army entered Kidal on Tuesday.", told("capture", "Malian Army", "Kidal", "2023-11-14")),
    ("2022-08-16", "The last French soldiers left Mali on Monday.", told("withdrawal", "France", "Mali", "2022-08-15")),
    ("2014-09-22", "The Houthis seized Sanaa on 21 September 2014.", told("capture", "Houthis", "Sanaa", "2014-09-21")),
    (
        "2024-08-05",
        "The MNDAA captured Lashio in late July 2024.",
        told("capture", "MNDAA", "Lashio", "2024-07-21..2024-07-31"),
    ),
    (
        "2024-02-12",
        "Arakan Army fighters seized Paletwa in mid-January 2024.",
        told("capture", "Arakan Army", "Paletwa", "2024-01-11..2024-01-20"),
    ),
    (
        "2024-04-12",
        "Karen rebels drove the junta's troops out of Myawaddy on Thursday.",
        told("expulsion", "Karen National Union", "Myawaddy", "2024-04-11", recipient="Myanmar Army"),
    ),
    ("2025-01-29", "M23 rebels captured Goma on 27 January 2025.", told("capture", "M23", "Goma", "2025-01-27")),
    ("2012-12-02", "M23 withdrew from Goma on Saturday.", told("withdrawal", "M23", "Goma", "2012-12-01")),
    (
        "2013-11-05",
        "The Congolese army drove M23 out of Bunagana at the end of October 2013.",
        told("expulsion", "Congolese Army", "Bunagana", "2013-10-21..2013-10-31", recipient="M23"),
    ),
    (
        "2016-12-12",
        "Islamic State recaptured Palmyra from the Syrian army on Sunday.",
        told("capture", "ISIS", "Palmyra", "2016-12-11", recipient="Syrian Army"),
    ),
    (
        "2015-06-22",
        "Ramadi was captured by ISIS in May 2015.",
        told("capture", "ISIS", "Ramadi", "2015-05-01..2015-05-31"),
    ),
    (
        "2015-03-01",
        "Nigerian troops recaptured Baga from Boko Haram on Saturday.",
        told("capture", "Nigerian Army", "Baga", "2015-02-28", recipient="Boko Haram"),
    ),
    (
        "2015-01-27",
        "Kurdish fighters expelled Islamic State from Kobani on Monday.",
        told("expulsion", "Kurds", "Kobani", "2015-01-26", recipient="ISIS"),
    ),
    (
        "2014-08-05",
        "Islamic State took Sinjar from the Peshmerga on Sunday.",
        told("capture", "ISIS", "Sinjar", "2014-08-03", recipient="Peshmerga"),
    ),
    (
        "2014-06-12",
        "Militants of the Islamic State seized Tikrit on Wednesday.",
        told("capture", "ISIS", "Tikrit", "2014-06-11"),
    ),
    (
        "2016-12-12",
        "Mosul, Iraq's second-largest city, is still held by Islamic State.",
        told("hold", "ISIS", "Mosul", "2016-12-12"),
    ),
    (
        "2016-12-12",
        "ISIS holds most of Deir Ezzor province.",
        told("hold", "ISIS", "Deir Ezzor Province", "2016-12-12"),
    ),
    ("2016-12-12", "The siege of Deir Ezzor by ISIS continues.", told("siege", "ISIS", "Deir Ezzor")),
    (
        "2020-11-09",
        "Azerbaijani forces captured Shusha from Armenian forces on 8 November 2020.",
        told("capture", "Azerbaijan", "Shusha", "2020-11-08", recipient="Armenia"),
    ),
    ("2021-08-16", "The Taliban took control of Kabul on Sunday.", told("capture", "Taliban", "Kabul", "2021-08-15")),
    ("2021-08-16", "Kabul is now in the hands of the Taliban.", told("hold", "Taliban", "Kabul", "2021-08-16")),
    (
        "2020-06-05",
        "The Libyan National Army lost Tarhuna to forces of the Government of National Accord on Friday.",
        told("capture", "Government of National Accord", "Tarhuna", "2020-06-05", recipient="Libyan National Army"),
    ),
    ("", "German troops captured Paris on 14 June 1940.", told("capture", "Germany", "Paris", "1940-06-14")),
    ("", "The Red Army recaptured Kiev on 6 November 1943.", told("capture", "Red Army", "Kiev", "1943-11-06")),
    ("", "Berlin fell to the Red Army on 2 May 1945.", told("capture", "Red Army", "Berlin", "1945-05-02")),
    (
        "",
        "British troops withdrew from Dunkirk in early June 1940.",
        told("withdrawal", "United Kingdom", "Dunkirk", "1940-06-01..1940-06-10"),
    ),
    (
        "",
        "The siege of Leningrad was lifted in January 1944.",
        told("siege_end", None, "Leningrad", "1944-01-01..1944-01-31"),
    ),
]

FIGHTING: list[Row] = [
    (
        "2023-04-20",
        "Clashes between the Sudanese army and the Rapid Support Forces broke out in Khartoum on 15 April 2023.",
        told("clash", "Sudanese Army", "Khartoum", "2023-04-15", recipient="Rapid Support Forces"),
    ),
    (
        "2019-04-05",
        "Khalifa Haftar's Libyan National Army launched an offensive on Tripoli on Thursday.",
        told("offensive", "Libyan National Army", "Tripoli", "2019-04-04"),
    ),
    (
        "2018-06-14",
        "Yemeni government forces launched an assault on Hodeidah on Wednesday.",
        told("offensive", "Yemeni Army", "Hodeidah", "2018-06-13"),
    ),
    (
        "2023-09-08",
        "The Ukrainian army repelled a Russian attack near Kupiansk on Thursday.",
        told("repulse", "Ukraine", "Kupiansk", "2023-09-07", recipient="Russia"),
    ),
    (
        "2016-12-12",
        "Al-Shabab fighters attacked an African Union base in El Adde in January 2016.",
        told("attack", "Al-Shabaab", "El Adde", "2016-01-01..2016-01-31", recipient="African Union"),
    ),
    (
        "2022-03-10",
        "Russian warplanes bombed a maternity hospital in Mariupol on Wednesday.",
        told("airstrike", "Russia", "Mariupol", "2022-03-09"),
    ),
    (
        "2022-04-09",
        "A Russian missile hit the railway station in Kramatorsk on Friday, killing at least 50 civilians.",
        told("shelling", "Russia", "Kramatorsk", "2022-04-08", counts=[("killed", 50, None)]),
    ),
    (
        "2024-10-05",
        "Israeli warplanes struck Beirut's southern suburbs on Friday.",
        told("airstrike", ["Israel", "Israeli Air Force", "Israeli Army"], "Beirut", "2024-10-04"),
    ),
    (
        "2024-03-01",
        "Sudanese warplanes bombed El Fasher on Monday.",
        told("airstrike", "Sudanese Army", "El Fasher", "2024-02-26"),
    ),
    (
        "2016-10-09",
        "A Saudi-led coalition airstrike hit a funeral hall in Sanaa on Saturday.",
        told("airstrike", "Saudi-led coalition", "Sanaa", "2016-10-08"),
    ),
    (
        "2015-03-29",
        "Saudi Arabia began airstrikes against the Houthis in Yemen on 26 March 2015.",
        told("airstrike", "Saudi Arabia", "Yemen", "2015-03-26", recipient="Houthis"),
    ),
    (
        "",
        "German aircraft bombed Rotterdam in May 1940.",
        told("airstrike", "Germany", "Rotterdam", "1940-05-01..1940-05-31"),
    ),
    (
        "",
        "In June 1941 Germany invaded the Soviet Union.",
        told("offensive", "Germany", "Soviet Union", "1941-06-01..1941-06-30"),
    ),
    (
        "2017-04-05",
        "A chemical attack in Khan Sheikhoun killed at least 70 people on Tuesday.",
        told("chemical", None, "Khan Sheikhoun", "2017-04-04"),
    ),
]

PEOPLE: list[Row] = [
    (
        "2014-04-15",
        "Boko Haram abducted 276 schoolgirls from Chibok on Monday.",
        told("detention", "Boko Haram", "Chibok", "2014-04-14", counts=[("captured", 276, 276)]),
    ),
    (
        "2016-12-12",
        "The Kenyan army killed 15 al-Shabab militants near Garissa on Sunday.",
        told("killing", "Kenya", "Garissa", "2016-12-11", counts=[("killed", 15, 15)]),
    ),
    (
        "2023-06-20",
        "Fighting in El Geneina has displaced more than 150,000 people.",
        told("displacement", None, "El Geneina", counts=[("displaced", 150000, None)]),
    ),
    (
        "2016-11-30",
        "More than 20,000 civilians fled eastern Aleppo on Tuesday.",
        told("displacement", None, "Aleppo", "2016-11-29", counts=[("displaced", 20000, None)]),
    ),
    (
        "2016-05-20",
        "A car bomb exploded in Baghdad on Tuesday, killing 14 people and wounding 30.",
        told("bombing", None, "Baghdad", "2016-05-17", counts=[("killed", 14, 14), ("wounded", 30, 30)]),
    ),
    (
        "2022-10-11",
        "Russia fired missiles at Kyiv on Monday, killing 19 people.",
        told("shelling", "Russia", "Kyiv", "2022-10-10", counts=[("killed", 19, 19)]),
    ),
    (
        "2025-02-01",
        "Hamas released three Israeli hostages in Gaza on Saturday.",
        told("release", "Hamas", "Gaza", "2025-02-01"),
    ),
    (
        "2021-02-02",
        "The Myanmar military detained three ministers on Monday.",
        told("detention", "Myanmar Army", None, "2021-02-01"),
    ),
    (
        "2016-12-12",
        "ISIS destroyed two temples in Palmyra in August 2015.",
        told("destruction", "ISIS", "Palmyra", "2015-08-01..2015-08-31"),
    ),
]

DIPLOMACY: list[Row] = [
    ("2016-12-12", "Both sides violated the ceasefire in Aleppo.", told("violation", None, "Aleppo", "2016-12-12")),
    (
        "2022-11-03",
        "The Ethiopian government and the TPLF signed a ceasefire in Pretoria on Wednesday.",
        told("agreement", "Ethiopia", "Pretoria", "2022-11-02", recipient="TPLF"),
    ),
    (
        "2018-12-14",
        "The Houthis and the Yemeni government agreed on a ceasefire in Hodeidah on Thursday.",
        told("agreement", "Houthis", "Hodeidah", "2018-12-13", recipient="Yemeni government"),
    ),
    (
        "2025-02-17",
        "The M23 rebels, backed by Rwanda, entered Bukavu on Sunday.",
        told("support", "Rwanda", None, recipient="M23"),
    ),
    (
        "2016-12-12",
        "Russia backs the Syrian government.",
        told("support", "Russia", None, "2016-12-12", recipient="Syrian government"),
    ),
    ("2016-12-12", "Turkey sent troops to Jarabulus.", told("deployment", "Turkey", "Jarabulus", "2016-12-12")),
    (
        "2016-12-12",
        "A convoy of the Red Cross delivered food to Madaya on Monday.",
        told("aid", "ICRC", "Madaya", "2016-12-12"),
    ),
    (
        "2016-12-12",
        "The rebels violated the ceasefire in Aleppo.",
        told("violation", "Syrian opposition", "Aleppo", "2016-12-12"),
    ),
]

SAID: list[Row] = [
    (
        "2023-05-21",
        "The Wagner Group claimed that its fighters had taken Bakhmut.",
        told("capture", "Wagner Group", "Bakhmut", said_by="Wagner Group", status="asserted"),
    ),
    (
        "2023-05-21",
        "Ukraine denied that Bakhmut had fallen to the Wagner Group.",
        told("capture", "Wagner Group", "Bakhmut", said_by="Ukraine", status="denied"),
    ),
    (
        "2023-11-05",
        "The RSF said it had seized the army base in Zalingei.",
        told("capture", "Rapid Support Forces", "Zalingei", said_by="Rapid Support Forces", status="asserted"),
    ),
    (
        "2017-10-18",
        "The Syrian Democratic Forces captured Raqqa on Tuesday, the Syrian Observatory for Human Rights said.",
        told(
            "capture", "Syrian Democratic Forces", "Raqqa", "2017-10-17", said_by="Syrian Observatory for Human Rights"
        ),
    ),
    (
        "2016-12-12",
        "SANA reported that at least 4,000 ISIS fighters attacked Palmyra.",
        told("attack", "ISIS", "Palmyra", said_by="SANA", counts=[("fighters", 4000, None)]),
    ),
    (
        "2023-04-20",
        "The Sudanese army denied that the RSF controls the presidential palace in Khartoum.",
        told("hold", "Rapid Support Forces", "Khartoum", said_by="Sudanese Army", status="denied"),
    ),
    (
        "2022-05-20",
        "Russia could capture Severodonetsk within days, analysts said.",
        told("capture", "Russia", "Severodonetsk", said_by="analysts", status="possible"),
    ),
    (
        "2017-03-02",
        "The Syrian army plans to retake Raqqa next month.",
        told("capture", "Syrian Army", "Raqqa", "2017-04-01..2017-04-30", said_by="author", status="planned"),
    ),
    (
        "2017-03-02",
        "If the army takes Idlib, the war will be over.",
        told("capture", "Syrian Army", "Idlib", status="conditional"),
    ),
    (
        "2017-03-02",
        "Islamic State failed to capture Deir ez-Zor airport on Tuesday.",
        told("capture", "ISIS", "Deir ez-Zor Airport", "2017-02-28", status="denied"),
    ),
]

CLEAR = [*TERRITORY, *FIGHTING, *PEOPLE, *DIPLOMACY, *SAID]

HELD = "'X-held' beside a verb that names another party: the first part of the compound holds"
OPEN = "an actor whose name the text leaves open is filled with the other party"
DENIED = "plain negation of a capture is no claim: 'did not take'"
TEMPLE = "the place is a word of a building's name, not the town it stands in"
MISREAD: list[tuple[str, Row]] = [
    (
        HELD,
        (
            "2016-05-20",
            "Kurdish-held Kobani was besieged by Islamic State in 2014.",
            {"kind": "hold", "actor": "Kurds"},
        ),
    ),
    (
        OPEN,
        (
            "2016-12-12",
            "The militants captured three villages, including Tell Abyad and Suluk, from the Kurds.",
            {"kind": "capture", "actor": ["ISIS", "militants", None]},
        ),
    ),
    (DENIED, ("2022-05-20", "Russian forces did not take Kyiv.", {"kind": "capture", "status": "denied"})),
    (
        TEMPLE,
        (
            "2016-12-12",
            "ISIS destroyed the Temple of Bel in Palmyra in August 2015.",
            {"kind": "destruction", "place": "Palmyra"},
        ),
    ),
]
