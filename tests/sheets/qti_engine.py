"""A small delivery engine for items of QTI 2.1: it takes responses and tells score and feedback.

It knows the elements of the specification that these items use, and refuses any other one.
"""

from lxml import etree

QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
ORDER = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing",
         "modalFeedback"]  # fmt: skip
FLOW = {"p", "ol", "ul", "li", "table", "tbody", "tr", "td", "textEntryInteraction"}


def name(element):
    """Return the name of an element of QTI."""
    assert element.tag.startswith(QTI), element.tag
    return element.tag.removeprefix(QTI)


class Item:
    """An item, checked for what the specification says of its structure."""

    def __init__(self, content):
        self.root = etree.fromstring(content)
        assert name(self.root) == "assessmentItem"
        assert {"identifier", "title", "adaptive", "timeDependent"} <= set(self.root.attrib)
        self.parts = {key: self.root.findall(QTI + key) for key in ORDER}
        assert [name(child) for child in self.root] == [
            key for key in ORDER for _ in self.parts[key]
        ]
        self.responses = {one.get("identifier"): one for one in self.parts["responseDeclaration"]}
        (self.body,) = self.parts["itemBody"]
        for place in (self.body, *self.parts["modalFeedback"]):
            self._check_flow(place)

    def _check_flow(self, place):
        """Let only elements of text and of mathematics stand in what is shown."""
        for element in place.iterdescendants():
            if element.tag.startswith(MATHML):
                continue
            assert name(element) in FLOW
            if name(element) == "textEntryInteraction":
                assert element.get("responseIdentifier") in self.responses

    def asked(self):
        """List the responses in the order of the fields."""
        fields = self.body.iter(f"{QTI}textEntryInteraction")
        return [field.get("responseIdentifier") for field in fields]

    def correct(self):
        """Return the correct response of each field."""
        path = f"{QTI}correctResponse/{QTI}value"
        return {key: one.findtext(path) for key, one in self.responses.items()}

    def accepted(self, key):
        """Return every text that counts as right in a field."""
        return [entry.get("mapKey") for entry in self.responses[key].iter(f"{QTI}mapEntry")]

    def judged(self, given):
        """Process responses; return the outcomes."""
        self.given, self.outcomes = given, {}
        for one in self.parts["outcomeDeclaration"]:
            many = one.get("cardinality") == "multiple"
            start = one.findtext(f"{QTI}defaultValue/{QTI}value")
            self.outcomes[one.get("identifier")] = [] if many else float(start)
        (rules,) = self.parts["responseProcessing"]
        self._run(rules)
        return self.outcomes

    def shown(self):
        """Return the texts of the feedback that is shown."""
        return {
            one.get("identifier"): " ".join(one.itertext())
            for one in self.parts["modalFeedback"]
            if one.get("showHide") == "show"
            and one.get("identifier") in self.outcomes[one.get("outcomeIdentifier")]
        }

    def _run(self, rules):
        for rule in rules:
            if name(rule) == "setOutcomeValue":
                (value,) = rule
                self.outcomes[rule.get("identifier")] = self._value(value)
            else:
                assert name(rule) == "responseCondition"
                (case,) = rule
                assert name(case) == "responseIf"
                condition, *then = case
                if self._value(condition):
                    self._run(then)

    def _value(self, element):
        """Evaluate an expression."""
        kind, key = name(element), element.get("identifier")
        if kind == "variable":
            return self.outcomes.get(key, self.given.get(key))
        if kind == "baseValue":
            assert element.get("baseType") in ("string", "identifier")
            return element.text
        if kind == "mapResponse":
            return self._mapped(key)
        values = [self._value(child) for child in element]
        joined = [x for v in values for x in (v if isinstance(v, list) else [v])]
        return {
            "sum": lambda: sum(values),
            "match": lambda: values[0] == values[1],
            "or": lambda: any(values),
            "multiple": lambda: joined,
        }[kind]()

    def _mapped(self, key):
        mapping = self.responses[key].find(f"{QTI}mapping")
        for entry in mapping:
            if entry.get("mapKey").lower() == (self.given.get(key) or "").strip().lower():
                return float(entry.get("mappedValue"))
        return float(mapping.get("defaultValue"))
