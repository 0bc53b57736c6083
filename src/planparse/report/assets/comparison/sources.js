// Where a fact stands: a short source beside it, and a dialog with the wording, the pages and a picture of the place.
const SIDES = ["", "_from", "_to", "_plan", "_report"];

/** "vp-2024.pdf s. 12 (tryckt 10)". */
function placeText(row, side = "") {
  const page = row["page" + side];
  const label = row["page_label" + side];
  const file = row["document" + side] ?? DOCUMENTS.get(row["plan" + side])?.document ?? row["plan" + side];
  let text = file ?? "";
  if (page !== undefined) text += ` ${word("ui.page_short")} ${page}`;
  if (label !== undefined && label !== String(page)) text += ` (${word("ui.printed")} ${label})`;
  return text.trim();
}

const cutOf = (row, side) => CUTS[[row["plan" + side], row["page" + side], row["bbox" + side]].join(" ")];

/** The button to a fact's source; nothing where the row has none on that side. */
function sourceButton(row, side = "", wording = undefined, short = false) {
  if (row["plan" + side] === undefined && row["document" + side] === undefined) return null;
  const text = placeText(row, side);
  return make(
    "button",
    {
      type: "button",
      class: "source" + (cutOf(row, side) === undefined ? "" : " pictured"),
      title: text,
      "aria-label": `${word("ui.source")}: ${text}`,
      "aria-haspopup": "dialog",
      onclick: () => openSource(row, side, wording),
    },
    short ? `${word("ui.page_short")} ${row["page" + side] ?? "?"}` : text,
  );
}

function wordingOf(row, side) {
  const words = {
    "": [row.text, row.name ?? row.label, row.raw, row.wording, row.title],
    _from: [row.text_from, row.target_from],
    _to: [row.text_to, row.target_to],
    _plan: [row.text_plan ?? row.label_plan, row.target ?? row.raw_plan],
    _report: [row.text_report ?? row.label_report, row.raw_report ?? row.outcome, row.assessment],
  };
  return unique(given(words[side]));
}

function picture(row, side) {
  const cut = cutOf(row, side);
  if (cut === undefined) return make("p", { class: "quiet" }, word("ui.no_cut"));
  return make("img", {
    class: "cut",
    src: document.getElementById("cut-" + cut).textContent,
    alt: `${word("ui.cut")}: ${placeText(row, side)}`,
  });
}

function factList(row) {
  const hidden = new Set(SIDES.flatMap((side) => ["plan", "bbox"].map((part) => part + side)));
  const out = make("dl", { class: "fields" });
  for (const [name, value] of Object.entries(row)) {
    if (hidden.has(name)) continue;
    out.append(make("dt", {}, word("column." + name)), make("dd", {}, fieldText(name, value)));
  }
  return out;
}

/** The dialog over a fact's source. The browser's own dialog keeps the focus and closes at Esc. */
function openSource(row, side, wording) {
  const dialog = document.getElementById("source");
  const document_ = DOCUMENTS.get(row["plan" + side]) ?? {};
  const about = [
    ["ui.municipality", issuerAndBoard({ ...document_, ...row })],
    ["ui.document", row["document" + side] ?? document_.document],
    ["ui.document_title", document_.title],
    ["ui.document_type", document_.document_type && term("document_type", document_.document_type)],
    ["ui.years", years(document_)],
    ["ui.file_page", row["page" + side]],
    ["ui.printed_page", row["page_label" + side]],
    ["ui.path", document_.path],
  ];
  const close = make("button", { type: "button", class: "close", onclick: () => dialog.close() }, word("ui.close"));
  dialog.replaceChildren(
    make("header", {}, make("h2", { id: "source-title" }, word("ui.source")), close),
    make(
      "div",
      { class: "said" },
      given([wording, ...(wording ? [] : wordingOf(row, side))]).map((text) =>
        make("blockquote", { lang: "sv" }, String(text)),
      ),
    ),
    picture(row, side),
    make(
      "dl",
      { class: "fields" },
      about
        .filter(([, value]) => value !== undefined && value !== "")
        .flatMap(([name, value]) => [make("dt", {}, word(name)), make("dd", {}, String(value))]),
    ),
    make("details", {}, make("summary", {}, word("ui.all_fields")), factList(row)),
  );
  dialog.showModal();
  close.focus();
}
