"""The sample organisation is whole: a tree of units with one head each, persons who exist once, the roles that a run needs."""
import copy
import json
import re
import unicodedata

from tree import Tree, expect, main

FILE = "resources/sample/organisation.json"
# What may stand right below what.
BELOW = {
    "municipality": {"general-directorate", "directorate", "department", "office"},
    "general-directorate": {"directorate", "department", "office"},
    "directorate": {"department", "office"},
    "department": {"office"},
    "office": set(),
}
ROLES = {"clerk", "registry-clerk", "registry-head", "head", "final-signatory", "auditor", "administrator"}
# The logins that ./dev run and the tests use, and what each must be able to do.
DEMO = {"registry": "registry-clerk", "head": "head", "clerk": "clerk", "auditor": "auditor", "admin": "administrator",
        "mayor": "final-signatory"}
UNITS, PERSONS, REGISTRY_CLERKS, SIGNATORIES = 45, 125, 3, 6
CODE, LOGIN = re.compile("[Α-Ω]{2,4}"), re.compile(r"[a-z][a-z0-9.]{1,31}")
GREEK = re.compile(r"[Ά-ώΐΰ\s,./()’&-]+")


def twice(values):
    seen = set()
    return sorted({v for v in values if v in seen or seen.add(v)})


def check_units(units):
    by_code = {unit["code"]: unit for unit in units}
    for key in ("code", "name"):
        for value in twice(unit[key] for unit in units):
            yield f"two units have the {key} {value}"
    if [u["code"] for u in units if u["parent"] is None] != [units[0]["code"]] or units[0]["kind"] != "municipality":
        yield "the first unit, and no other, is the root and the municipality"
    for i, unit in enumerate(units):
        code, parent = unit["code"], unit["parent"]
        if set(unit) != {"code", "name", "parent", "kind"}:
            yield f"unit {code} has the fields {sorted(unit)}"
        if not CODE.fullmatch(code):
            yield f"unit code {code} is not two to four Greek capitals"
        if not GREEK.fullmatch(unit["name"]):
            yield f"unit name {unit['name']} is not Greek letters alone"
        if unit["kind"] not in BELOW:
            yield f"unit {code} has the kind {unit['kind']}"
        if parent is None:
            continue
        if parent not in (u["code"] for u in units[:i]):
            yield f"unit {code} stands before its parent {parent}, or there is none"
        elif unit["kind"] not in BELOW[by_code[parent]["kind"]]:
            yield f"unit {code} ({unit['kind']}) cannot stand below {parent} ({by_code[parent]['kind']})"


def check_persons(units, persons):
    codes = [unit["code"] for unit in units]
    for key in ("login", "name"):
        for value in twice(person[key] for person in persons):
            yield f"two persons have the {key} {value}"
    for person in persons:
        login = person["login"]
        if set(person) != {"login", "name", "title", "unit", "roles"}:
            yield f"person {login} has the fields {sorted(person)}"
        if not LOGIN.fullmatch(login):
            yield f"login {login} cannot be typed"
        if not GREEK.fullmatch(person["name"] + person["title"]):
            yield f"name or title of {login} is not Greek letters alone"
        if person["unit"] not in codes:
            yield f"person {login} is in {person['unit']}, which is not there"
        if not person["roles"] or set(person["roles"]) - ROLES:
            yield f"person {login} has the roles {person['roles']}"
    for code in codes:
        heads = [p["login"] for p in persons if p["unit"] == code and "head" in p["roles"]]
        if len(heads) != 1:
            yield f"unit {code} has {len(heads)} heads"


def check_roles(persons):
    def having(role):
        return [p for p in persons if role in p["roles"]]

    for login, role in DEMO.items():
        if not any(p["login"] == login for p in having(role)):
            yield f"there is no '{login}' with the role {role}"
    if len(having("registry-head")) != 1:
        yield f"{len(having('registry-head'))} persons are head of the registry"
    registry = {p["unit"] for p in having("registry-head") + having("registry-clerk")}
    if len(registry) != 1 or len(having("registry-clerk")) < REGISTRY_CLERKS:
        yield f"the registry is in {sorted(registry)} with {len(having('registry-clerk'))} clerks"
    if len(having("final-signatory")) < SIGNATORIES:
        yield f"only {len(having('final-signatory'))} final signatories"
    if not any("auditor" in p["roles"] and set(p["roles"]) == {"auditor"} for p in persons):
        yield "no auditor who is nothing else"


def check(tree):
    text = tree.read(FILE)
    try:
        data = json.loads(text)
    except ValueError as error:
        yield f"{FILE}:1: {error}"
        return
    units, persons = data["units"], data["persons"]
    problems = [*check_units(units), *check_persons(units, persons), *check_roles(persons)]
    if set(data) != {"name", "zone", "units", "persons", "policy"} or data["zone"] != "Europe/Athens":
        problems.append("the fields are name, zone (Europe/Athens), units, persons, policy")
    if unicodedata.normalize("NFC", text) != text:
        problems.append("the text is not NFC")
    if len(units) < UNITS or len(persons) < PERSONS:
        problems.append(f"{len(units)} units and {len(persons)} persons: at least {UNITS} and {PERSONS}")
    for problem in problems:
        yield f"{FILE}:1: {problem}"


def self_test():
    good = json.loads(Tree().read(FILE))

    def expect_after(change, *wanted):
        data = copy.deepcopy(good)
        change(data["units"], data["persons"])
        expect(check, {FILE: json.dumps(data, ensure_ascii=False)}, *wanted)

    last = len(good["units"]) - 1
    expect_after(lambda units, persons: None)
    expect(check, {FILE: "{"}, FILE)
    expect_after(lambda units, persons: units[last].update(name=units[1]["name"]), "two units have the name")
    expect_after(lambda units, persons: units[last].update(kind="municipality"), "cannot stand below")
    expect_after(lambda units, persons: units.append({**units[last], "code": "ABΓ", "name": "Τμήμα Άλλο"}), "Greek capitals", "has 0 heads")
    expect_after(lambda units, persons: units.insert(1, units.pop(last)), "before its parent")
    expect_after(lambda units, persons: persons[1].update(login=persons[2]["login"]), "two persons have the login")
    expect_after(lambda units, persons: persons[1].update(unit="ΩΩΩΩ"), "which is not there", "has 0 heads")
    expect_after(lambda units, persons: persons[2].update(roles=["boss"]), "has the roles")
    expect_after(lambda units, persons: persons[2].update(name="Maria Λεβέντη"), "is not Greek letters alone")
    expect_after(lambda units, persons: [p.update(roles=["clerk"]) for p in persons if p["login"] == "auditor"],
                 "no 'auditor'", "no auditor who is nothing else")
    expect_after(lambda units, persons: [p.update(roles=["clerk"]) for p in persons if p["roles"] == ["final-signatory"]] and
                 [p["roles"].remove("final-signatory") for p in persons if p["title"].startswith("Γενικ")
                  and "final-signatory" in p["roles"]], "final signatories")


if __name__ == "__main__":
    main(check, self_test)
