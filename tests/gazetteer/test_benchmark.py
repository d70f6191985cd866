import json

import pytest

from benchmarks.place_corpora import load
from benchmarks.places import kilometres, main
from whoheld.model import Place, PlaceKind

XML = """<articles><article docid="1"><domain>example.org</domain><text><![CDATA[Shells hit Mosul.]]></text>
<toponyms><toponym><start>11</start><end>16</end><phrase>Mosul</phrase>
<gaztag geonameid="99072"><name>Mosul</name><lat>36.335</lat><lon>43.119</lon></gaztag></toponym></toponyms>
</article></articles>"""


def test_xml_corpus_is_scored(tmp_path, capsys):
    path = tmp_path / "toy.xml"
    path.write_text(XML)
    main([str(path)])
    scores = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert scores["id_in_gazetteer"] == scores["recognition_f1"] == scores["end_to_end_f1"] == 1.0


def test_json_corpus_takes_ids_from_its_table(tmp_path):
    text = "Aid reached Goma."
    record = {"lead_id": 7, "text": text, "annotations": [{"text": "Goma", "start": 12, "end": 16, "label": "LOC"}]}
    (tmp_path / "toy.json").write_text(json.dumps([record]))
    (tmp_path / "toy.csv").write_text("lead_id,toponym,geomatch,geonameid\n7,goma,goma,216281\n7,x,x,-1\n")
    (read,) = load([tmp_path / "toy.json", tmp_path / "toy.csv"])
    assert [each.id for each in read.gold] == ["geonames:216281"]


def test_distance():
    berlin = Place("a", "Berlin", PlaceKind.SETTLEMENT, 52.52, 13.405)
    assert kilometres(berlin, 48.137, 11.575) == pytest.approx(504, abs=3)
    assert kilometres(None, 0, 0) == kilometres(berlin, None, None) == float("inf")
