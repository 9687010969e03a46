"""Requests for openapi_test.py: queries that each path of the API answers, and queries that it refuses with 400."""

GOOD = {
    "/api/v1/deeds": [
        "", "q=", "q=työhyvinvointi", "q=sairauspoissaolot kotihoidossa&facets=theme,sector,organisation,organisation_type,"
        "programme,language,award,keyword,year", 'q="työ hyvinvointi" -kunta OR teko* AND ((', "q=teema:digitalisaatio",
        'q=organisaatio:"Limingan kunta"', "q=vuosi:2021..2024", "q=?????", "q=100%", "q=%00%01", "q=" + "ä" * 1000,
        "q=" + "a " * 500, "q=" + "🎉" * 600, "q=välfärd&lang=sv&facets=theme", "lang=en&facets=organisation_type,year",
        "theme=tyohyvinvointi&theme=digitalisaatio", "sector=perusopetus", "organisation=liminka", "organisation=nothing-here",
        "organisation_type=municipality&organisation_type=company", "programme=kuntatyo2030", "language=sv&language=fi",
        "award=winner&award=honourable_mention&award=finalist", "keyword=chatbot", "year=2021", "year=2021..2024", "year=2021..",
        "year=..2024&year=2025", "sort=relevance&q=työ", "sort=newest", "sort=oldest", "sort=title", "page=2", "page=500",
        "page=100&per_page=100", "per_page=1", "per_page=100", "facets=", "exact=true&q=työ", "exact=false", "translate=false&q=työ", "translate=true",
        "theme=hallinto&facets=theme",
    ],
    "/api/v1/statistics": [
        "", "year=2021", "year=2021..2024", "year=2021..", "year=..2024", "year=1950", "programme=kuntatyo2030", "programme=kunteko-2020",
        "from=2021-09-01&to=2021-09-30", "from=2020-02-29&to=2020-02-29", "from=0001-01-01&to=9999-12-31", "format=csv&year=2021&lang=sv",
        "format=json&lang=en", "theme=tyohyvinvointi&theme=johtaminen&sector=perusopetus", "organisation=liminka&organisation=nothing-here",
        "organisation_type=municipality&year=2021", "language=sv&language=fi", "award=winner", "keyword=chatbot",
    ],
    "/api/v1/briefings": [
        "year=2025", "year=2015..2025&neighbours=0", "year=2024..&neighbours=20&lang=sv", "ids=esim-2025-0034,esim-2022-0357&lang=en",
        "ids=esim-2025-0034,esim-2025-0034&format=json", "year=1950", "year=2025&format=html", "year=2025&format=csv&lang=sv",
        "year=2025&format=md&lang=en", "theme=tyohyvinvointi&theme=johtaminen&sector=perusopetus&programme=kuntatyo2030",
        "organisation=liminka&organisation=nothing-here&year=1950..", "organisation_type=company", "language=sv&language=en", "award=winner",
        "keyword=chatbot",
    ],
    "/api/v1/deeds/esim-2023-0343/similar": [
        "", "limit=1", "limit=50&distance=any", "exclude_same_organisation=false&max_per_organisation=0", "exclude_same_organisation=true",
        "max_per_organisation=50&diversity=0.3&distance=close", "diversity=0", "diversity=1",
        "theme=tyohyvinvointi&theme=digitalisaatio&sector=perusopetus&organisation=liminka&organisation_type=municipality",
        "programme=kuntatyo2030&language=sv&award=winner&keyword=chatbot&year=2021..2024&distance=any", "language=sv&distance=any",
    ],
    "/api/v1/suggest": [
        "", "q=", "q=tyohyv", "q=hoit&limit=1", "q=k&limit=20", "q=kotihoidon s", "q=-tyo", 'q="varhaisen tu', "q=otsikko:etä", "q=100%",
        "q=%00%01", "q=" + "ä" * 1000, "q=" + "a" * 5000, "q=digi&lang=sv", "q=kuusar&lang=en", "q=tyovuorosu", "q=esihenkl",
        "q=t&theme=tyohyvinvointi&theme=digitalisaatio&sector=perusopetus&organisation=liminka&organisation_type=municipality",
        "q=k&programme=kuntatyo2030&language=sv&language=fi&award=winner&keyword=chatbot&year=2021..2024", "q=k&year=2022",
    ],
    "/opensearch/suggest": ["", "q=tyohyv", "q=arbets&lang=sv", "q=%00"],
    "/api/v1/vocabulary": [""],
    "/api/v1/site": [""],
    "/api/v1/analyze": ["text=Työhyvinvoinnista huolehditaan JHL:n kanssa", "text=", "text=Arbetshälsa", "text=a&language=en",
                        "text=kuorma-auto&language=fi", "text=" + "ä" * 1000, "text=%00\n\t", "text=🎉"],
    "/opensearch.xml": ["", "lang=fi", "lang=sv", "lang=en"],
    "/healthz": ["", "anything=goes"],
    "/readyz": [""],
    "/openapi.json": [""],
    "/": ["", "q=työ&lang=sv"],
    "/statistics": ["", "year=2021&lang=sv"],
    "/briefing": ["", "year=2021&lang=sv"],
    "/deeds/esim-2023-0343": ["", "lang=sv&utm_source=a", "lang=xx"],
    "/assets/search-AB12CD34.js": [""],
    "/assets/icon-AB12CD34.svg": ["v=1"],
    "/widget/v1/kiertoon.js": [""],
}
GOOD["/feeds/search.atom"] = [query for query in GOOD["/api/v1/deeds"] if query not in ("page=500",)]
BAD = {
    "/api/v1/deeds": [
        "query=a", "q=a&q=b", "Q=a", "q=%FF", "%FF=a", "q=%C3", "q=" + "a" * 1001, "theme=x", "theme=", "sector=x", "programme=x",
        "organisation=", "organisation_type=x", "language=de", "award=x", "keyword=", "year=x", "year=99", "year=2024..2021",
        "year=20211", "sort=x", "sort=title&sort=title", "page=0", "page=501", "page=-1", "page=1.5", "page=", "page=1&page=2",
        "per_page=0", "per_page=101", "per_page=x", "page=101&per_page=100", "facets=x", "facets=theme,,year", "lang=de", "lang=",
        "exact=1", "translate=no", "facets=theme&facets=year", "&".join(f"keyword={i}" for i in range(101)),
    ],
    "/api/v1/statistics": [
        "year=2021&from=2021-09-01&to=2021-09-30", "year=2021&programme=kuntatyo2030", "from=2021-09-01", "to=2021-09-01",
        "from=2021-09-30&to=2021-09-01", "from=2021-9-1&to=2021-09-30", "from=2021-02-29&to=2021-03-01", "year=2021&year=2022", "year=x",
        "year=2024..2021", "programme=x", "format=xml", "format=csv&format=csv", "lang=de", "theme=x", "q=a", "page=1", "from=%FF&to=%FF",
    ],
    "/api/v1/briefings": [
        "", "lang=fi", "ids=", "ids=a,,b", "ids=esim-2025-0034&year=2025", "ids=a&ids=b", "year=x", "theme=x", "neighbours=21&year=2025",
        "neighbours=-1&year=2025", "year=2025&format=pdf", "year=2025&lang=de", "year=2025&q=a", "keyword=%FF",
    ],
    "/api/v1/deeds/esim-2023-0343/similar": [
        "limit=0", "limit=51", "limit=x", "limit=1&limit=2", "exclude_same_organisation=1", "max_per_organisation=51", "max_per_organisation=-1",
        "diversity=1.1", "diversity=-1", "diversity=x", "diversity=nan", "distance=far", "theme=x", "year=x", "q=a", "page=1", "lang=fi",
        "keyword=%FF",
    ],
    "/feeds/search.atom": ["query=a", "sort=x", "per_page=101", "page=201", "theme=x", "lang=de", "q=%FF", "year=x"],
    "/opensearch.xml": ["lang=de", "lang=", "lang=fi&lang=sv", "q=a"],
    "/api/v1/suggest": [
        "limit=0", "limit=21", "limit=x", "limit=1&limit=2", "q=a&q=b", "q=%FF", "lang=de", "theme=x", "year=x", "page=1", "exact=true",
    ],
    "/opensearch/suggest": ["limit=1", "theme=hallinto", "q=a&q=b", "lang=x"],
    "/api/v1/vocabulary": ["lang=fi", "x"],
    "/api/v1/site": ["lang=fi", "x"],
    "/api/v1/analyze": ["", "text=a&text=b", "text=a&language=de", "text=a&lang=fi", "text=%FF", "text=" + "a" * 1001],
}
