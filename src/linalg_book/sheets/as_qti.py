"""A sheet as a QTI 2.1 package: an item for each exercise, a test of all, and the manifest.

Each entry of an answer is a response of its own, whose mapping accepts the usual writings of the
number.  Entries of usual mistakes show their sentence, and the worked solution is shown after the
answer.  Formulas are MathML.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from linalg_book.sheets.answers import require_answers
from linalg_book.sheets.qti_item import QTI, item, rooted
from linalg_book.sheets.sheet import Exercise, Sheet

PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1"
ITEM, TEST = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"
TEST_FILE, MANIFEST_FILE = "test.xml", "imsmanifest.xml"


def write(sheet: Sheet) -> bytes:
    """Write the package as a zip archive, the same bytes each time."""
    require_answers(sheet, "qti")
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, root in files(sheet).items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _document(root))
    return content.getvalue()


def files(sheet: Sheet) -> Mapping[str, Element]:
    """Return the documents of the package by their names in the archive."""
    return {
        MANIFEST_FILE: _manifest(sheet),
        TEST_FILE: _test(sheet),
        **{_file(sheet, one): item(sheet, one) for one in sheet.exercises},
    }


def _document(root: Element) -> bytes:
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _name(sheet: Sheet, one: Exercise) -> str:
    return f"{sheet.kind.name}-{one.problem.seed}"


def _file(sheet: Sheet, one: Exercise) -> str:
    return f"items/{_name(sheet, one)}.xml"


def _test_name(sheet: Sheet) -> str:
    return f"{sheet.kind.name}-sheet-{sheet.seed}"


def _test(sheet: Sheet) -> Element:
    """Return the test that holds all items in their order."""
    root = rooted("assessmentTest", QTI, identifier=_test_name(sheet), title=sheet.kind.title)
    part = SubElement(root, "testPart", identifier="part", navigationMode="nonlinear",
                      submissionMode="individual")  # fmt: skip
    SubElement(part, "itemSessionControl", maxAttempts="0", showFeedback="true")
    section = SubElement(part, "assessmentSection", identifier="exercises",
                         title=sheet.kind.title, visible="true")  # fmt: skip
    for one in sheet.exercises:
        SubElement(section, "assessmentItemRef", identifier=_name(sheet, one),
                   href=_file(sheet, one))  # fmt: skip
    indent(root)
    return root


def _manifest(sheet: Sheet) -> Element:
    """Return the list of all files of the package."""
    root = rooted("manifest", PACKAGING, identifier=f"{_test_name(sheet)}-package")
    about = SubElement(root, "metadata")
    SubElement(about, "schema").text = "QTIv2.1 Package"
    SubElement(about, "schemaversion").text = "1.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    for name, kind, href, needs in _resources(sheet):
        resource = SubElement(resources, "resource", identifier=name, type=kind, href=href)
        SubElement(resource, "file", href=href)
        for needed in needs:
            SubElement(resource, "dependency", identifierref=needed)
    indent(root)
    return root


def _resources(sheet: Sheet) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield name, type, file and needs of the test and of each item."""
    names = [f"item-{_name(sheet, one)}" for one in sheet.exercises]
    yield f"test-{_test_name(sheet)}", TEST, TEST_FILE, names
    for name, one in zip(names, sheet.exercises, strict=True):
        yield name, ITEM, _file(sheet, one), []
