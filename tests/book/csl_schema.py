"""The part of the CSL-JSON format that the book uses, after the specification of CSL 1.0.2."""

NAME = {
    "type": "object",
    "properties": {name: {"type": "string"} for name in ("family", "given", "literal")},
    "additionalProperties": False,
    "anyOf": [{"required": ["literal"]}, {"required": ["family"]}],
}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer"},
            },
        }
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
TEXTS = (
    "id", "title", "container-title", "chapter-number", "version", "language", "note", "URL",
)  # fmt: skip
ITEM = {
    "type": "object",
    "properties": {
        **{name: {"type": "string", "minLength": 1} for name in TEXTS},
        "type": {"enum": ["book", "chapter"]},
        "author": {"type": "array", "minItems": 1, "items": NAME},
        "issued": DATE,
    },
    "required": ["id", "type", "title", "author", "issued", "version", "URL"],
    "if": {"properties": {"type": {"const": "chapter"}}},
    "then": {"required": ["container-title"]},
    "additionalProperties": False,
}
CSL_JSON = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "minItems": 1,
    "items": ITEM,
}
