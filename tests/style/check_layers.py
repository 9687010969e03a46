#!/usr/bin/env python3
"""Fails when a source file includes a header its layer may not see.

Usage: check_layers.py REPO_ROOT   (registered with ctest as check_layers)

Three rules: layers include only layers below them; a third-party library stays in its layer; a header that
another layer includes brings no such library along, not even through headers it includes itself.
"""
import pathlib
import re
import sys

ALLOWED = {
    "base": set(),
    "analysis": {"base"},
    "search": {"base", "analysis"},
    "indexer": {"base", "analysis", "search"},
    "server": {"base", "analysis", "search"},
    "bench": {"base", "analysis", "search"},
}
THIRD_PARTY = {  # header prefix -> the only layers, or single files, that may include it
    "xapian.h": {"search", "analysis/snowball.cc"},
    "Eigen/": {"search"},
    "libvoikko/voikko.h": {"analysis"},
    "unicode/": {"analysis", "base"},
    "raptor2.h": {"indexer"},
    "httplib.h": {"server", "indexer/wordpress_source.cc"},
    "nlohmann/json.hpp": {"indexer", "server", "bench", "search/deed/deed_json.cc"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def read_includes(root):
    """{path relative to root: [(line number, header)]} for every source file of every layer."""
    includes = {}
    for layer in ALLOWED:
        for path in sorted((root / layer).rglob("*.[hc]*")):
            lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            matches = ((number, INCLUDE.match(line)) for number, line in lines)
            name = path.relative_to(root).as_posix()
            includes[name] = [(number, match.group(1)) for number, match in matches if match]
    return includes


def layer_of(name):
    return name.split("/")[0]


def third_party_prefix(header):
    return next((prefix for prefix in THIRD_PARTY if header.startswith(prefix)), None)


def what_a_header_brings(includes, header, seen=()):
    """(file, third-party header) pairs that come with a project header."""
    for _, inner in includes.get(header, []):
        if third_party_prefix(inner):
            yield header, inner
        elif inner not in seen:
            yield from what_a_header_brings(includes, inner, (*seen, header))


def violations(root):
    includes = read_includes(root)
    for name, headers in includes.items():
        layer = layer_of(name)
        for number, header in headers:
            where = f"{name}:{number}"
            target = layer_of(header)
            if target in ALLOWED and target != layer:
                if target not in ALLOWED[layer]:
                    yield f"{where}: {layer} must not include {header}"
                for source, foreign in what_a_header_brings(includes, header):
                    if layer not in THIRD_PARTY[third_party_prefix(foreign)]:
                        yield f"{where}: {header} brings {foreign} into {layer} (through {source})"
            prefix = third_party_prefix(header)
            if prefix and not {layer, name} & THIRD_PARTY[prefix]:
                yield f"{where}: {header} belongs to {', '.join(sorted(THIRD_PARTY[prefix]))}"


def main():
    found = list(violations(pathlib.Path(sys.argv[1])))
    print("\n".join(found) if found else "layers: ok")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
