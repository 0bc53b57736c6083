// The list on the right: a card for each record, and what it holds.
const DATA = JSON.parse(document.getElementById("data").textContent);
const KINDS = new Map(DATA.kinds.map((kind) => [kind.name, kind]));
const TERMS = new Set(["document_type", "board_kind", "goal_level", "assessment", "giver", "status", "amount_kind", "budget_kind", "table_kind"]);
const NUMBERS = new Set(["progress", "risk"]);

const anchor = (record) => record.id ?? KINDS.get(record.kind).one + "-" + record.no;
const pagesOf = (boxes) => [...new Set(boxes.map((box) => box[0]))];
const pagesText = (boxes) => {
  const pages = pagesOf(boxes);
  return pages.length ? word("ui.page") + " " + pages.join(", ") : "";
};

function titleOf(record) {
  if (record.kind === "plan") return word(record.id.replace("-", "."));
  return record.title || (record.heads ? "(" + shortened(record.heads, 80) + ")" : word("one." + record.kind));
}

/** "Indikator 12", for those who hear the page, and for tips. */
const nameOf = (record) => (record.kind === "plan" ? word("one.plan") : word("one." + record.kind) + " " + record.no);

const warning = (doubts) => doubts?.map((no) => DATA.doubts[no - 1].severity).sort(bySeverity)[0];
const bySeverity = (one, other) => SEVERITIES.indexOf(one) - SEVERITIES.indexOf(other);
const SEVERITIES = ["error", "warning", "info"];

function makeCard(record, index) {
  const card = make("article", { class: "card k-" + record.kind, id: anchor(record), "data-record": index });
  const clip = record.title?.length > 220 ? "clip" : null;
  const number = record.kind === "plan" ? "" : make("span", { class: "no", "aria-hidden": "true" }, String(record.no));
  const name = make("button", { type: "button", class: "name", "data-record": index },
    make("span", { class: "unseen" }, nameOf(record) + ": "), make("span", { class: clip }, number, titleOf(record)));
  card.append(make("h3", {}, name), make("p", { class: "where" }, pagesText(record.boxes), doubtButtons(record)));
  if (record.level) card.style.paddingLeft = 11 + 14 * (record.level - 1) + "px";
  const fields = fieldList(record);
  if (fields.childElementCount) card.append(fields);
  if (record.kind === "budgets") card.append(moneyTable(record));
  else if (record.kind === "tables") card.append(plainTable(record));
  else if (record.parts?.length) card.append(valueTable(record));
  return card;
}

function doubtButtons(record) {
  return (record.doubts ?? []).map((no) => {
    const doubt = DATA.doubts[no - 1];
    return make("span", { class: "warn s-" + doubt.severity },
      make("button", { type: "button", "data-doubt": no, title: doubt.message }, word("severity." + doubt.severity) + " " + no));
  });
}

function fieldList(record) {
  const list = make("dl", { class: "fields" });
  for (const [name, value] of record.fields) list.append(make("dt", {}, word("field." + name)), fieldValue(name, value));
  for (const [relation, index] of record.links ?? []) {
    const linked = DATA.records[index];
    list.append(make("dt", {}, word("link." + relation)),
      make("dd", {}, make("button", { type: "button", class: "link", "data-go": index }, shortened(titleOf(linked), 90))));
  }
  return list;
}

function fieldValue(name, value) {
  if (name === "checks") {
    const text = value[0] + " " + word("ui.of") + " " + value[1] + " " + word("ui.adds_up");
    return make("dd", { class: value[0] === value[1] ? "ticked" : "missed" }, (value[0] === value[1] ? "✓ " : "✗ ") + text);
  }
  const text = TERMS.has(name) ? word("term." + value) : NUMBERS.has(name) ? numberText(value) : String(value);
  return make("dd", { class: text.length > 220 ? "clip" : null }, text);
}

const shortened = (text, most) => (text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text);

/** What was read, in words; where nothing was, that is said. */
function readCell(part, nothing) {
  const text = readText(part.read);
  const out = text ? [text] : [make("span", { class: "quiet" }, word(nothing))];
  if (part.read?.note) out.push(make("span", { class: "quiet" }, " · " + word("ui.note") + ": " + part.read.note));
  return out;
}

function valueTable(record) {
  const rows = record.parts.map((part, number) => {
    const of = part.of ?? {};
    const whose = [of.role && word("term." + of.role), of.as_of ?? of.year, of.gender && word("term." + of.gender)].filter(Boolean);
    return make("tr", { "data-part": number, class: part.doubts ? "doubtful" : null, tabindex: "-1" },
      make("td", {}, whose.join(" "), of.column ? make("div", { class: "quiet" }, of.column) : ""),
      make("td", { class: "raw" }, part.raw),
      make("td", { class: "read" }, readCell(part, "ui.not_number")));
  });
  const head = ["ui.whose", "ui.raw", "ui.read"].map((key) => make("th", { scope: "col" }, word(key)));
  return make("div", { class: "wide" }, make("table", { class: "values" }, make("thead", {}, make("tr", {}, head)), make("tbody", {}, rows)));
}

function moneyTable(record) {
  const heads = record.columns.map((column) => make("th", { scope: "col" }, column.label ?? "",
    make("div", { class: "quiet" }, [column.measure && word("term." + column.measure), column.year].filter(Boolean).join(" "))));
  const rows = record.lines.map((line) => {
    const cells = record.parts.slice(line.first, line.first + line.count)
      .map((part, at) => make("td", { "data-part": line.first + at, class: part.doubts ? "doubtful" : null, tabindex: "-1", title: checkText(part.check) },
        make("span", { class: "raw" }, part.raw), part.check ? tick(part.check) : "",
        part.raw ? make("span", { class: "read" }, readCell(part, "ui.nothing_stated")) : ""));
    const inside = line.group && line.role !== "group" ? " inside" : "";
    return make("tr", { class: (line.role ?? "") + inside }, make("th", { scope: "row" }, line.label ?? ""), cells);
  });
  return make("div", { class: "wide" }, make("table", { class: "grid money" },
    make("thead", {}, make("tr", {}, make("td", {}), heads)), make("tbody", {}, rows)));
}

const tick = (check) => make("span", { class: check.ok ? "ticked" : "missed" }, check.ok ? " ✓" : " ✗");

function checkText(check) {
  if (!check) return null;
  return word("ui.stated") + " " + numberText(check.stated) + ", " + word("ui.computed") + " " + numberText(check.computed);
}

/** A table as such is shown on demand: its figures stand in the records that were made of it as well. */
function plainTable(record) {
  const shown = make("details", { class: "as-table" }, make("summary", {}, word("ui.table_show")));
  shown.addEventListener("toggle", () => fillTable(shown, record));
  return shown;
}

function fillTable(shown, record) {
  if (!shown.open || shown.childElementCount > 1) return;
  const rows = record.rows.map(([first, count], number) =>
    make("tr", {}, record.parts.slice(first, first + count).map((part, at) =>
      make("td", {
        "data-part": first + at, tabindex: "-1", rowspan: part.rows, colspan: part.cols,
        class: [number < record.head ? "head" : "", part.doubts ? "doubtful" : ""].join(" ").trim() || null,
      }, part.raw))));
  shown.append(make("div", { class: "wide" }, make("table", { class: "grid plain" }, make("tbody", {}, rows))));
}

/** All text of a record that a search looks into. */
const searched = (record) =>
  [titleOf(record), ...record.fields.map(([, value]) => value), ...(record.parts ?? []).map((part) => part.raw),
    ...(record.lines ?? []).map((line) => line.label ?? "")].join(" ").toLocaleLowerCase("sv");

function makeDoubt(doubt) {
  const meaning = word("code." + doubt.code);
  const item = make("li", { class: "s-" + doubt.severity, id: "doubt-" + doubt.no, "data-doubt": doubt.no },
    make("button", { type: "button", class: "name", "data-doubt": doubt.no },
      make("span", { class: "severity" }, word("severity." + doubt.severity) + " " + doubt.no), " ",
      known("code." + doubt.code) ? meaning : doubt.code,
      make("span", { class: "message" }, doubt.message),
      make("span", { class: "place" }, (pagesText(doubt.boxes) || word("ui.no_place")) + " · " + doubt.code)));
  if (doubt.refs.length)
    item.append(make("div", { class: "refs" }, doubt.refs.map((index) =>
      make("button", { type: "button", class: "link", "data-go": index }, nameOf(DATA.records[index]) + ": " + shortened(titleOf(DATA.records[index]), 70)))));
  return item;
}

function coverageList() {
  const list = make("dl", { class: "fields" });
  for (const [kind, state, pages] of DATA.coverage)
    list.append(make("dt", {}, word("kind." + kind)),
      make("dd", { class: state === "unread" ? "missed" : null },
        word("term." + state) + (state === "unread" && pages.length ? " (" + word("ui.page").toLowerCase() + " " + pages.join(", ") + ")" : "")));
  return make("article", { class: "card k-plan" }, make("h3", {}, word("ui.coverage")), list);
}
