// What can be measured, the peers' figures, and what could not be compared with the reasons.
function measurabilitySection() {
  return [
    make("p", { class: "lead" }, word("lead.measurability")),
    sortedTable("measurability", chosen("measurability"), [
      "municipality",
      "board",
      "year",
      "document_type",
      "level",
      "text",
      "has_indicator",
      "has_baseline",
      "has_target",
      "has_year",
      "has_followup",
      "indicators",
      "reason",
    ]),
  ];
}

function peersSection() {
  const columns = [
    "record",
    "name",
    "peers",
    "board_kind",
    "year",
    "role",
    "gender",
    "unit",
    "n",
    "quartile_1",
    "median",
    "quartile_3",
    "municipalities",
  ];
  // What most municipalities speak of comes first; a figure of one is nobody's median.
  const peers = chosen("peers").sort((one, other) => (other.n ?? 0) - (one.n ?? 0));
  const parts = [make("p", { class: "lead" }, word("lead.peers")), sortedTable("peers", peers, columns, [])];
  const kolada = chosen("kolada");
  if (kolada.length)
    parts.push(
      make("h3", {}, word("table.kolada")),
      sortedTable(
        "kolada",
        kolada,
        ["kolada_id", "kolada_title", "municipality_code", "year", "gender", "value", "retrieved"],
        [],
      ),
    );
  return parts;
}

function notComparedSection() {
  const rows = chosen("not_compared");
  const counts = [...grouped(rows, (row) => row.code)].sort(([, one], [, other]) => other.length - one.length);
  return [
    make("p", { class: "lead" }, word("lead.not_compared")),
    counts.length
      ? make(
          "ul",
          { class: "counts" },
          counts.map(([code, of]) => make("li", {}, make("b", {}, term("code", code)), `: ${of.length}`)),
        )
      : null,
    sortedTable("not_compared", rows, ["municipality", "board", "year", "record", "code", "reason", "wording", "raw"]),
  ];
}
