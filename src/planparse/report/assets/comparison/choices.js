// What the reader has chosen to see: municipalities, kind of board, years, words. It holds for every section.
const chosenState = {
  municipalities: new Set(),
  board: "",
  from: null,
  to: null,
  text: "",
  superseded: false,
  unsure: true,
};
const chosenRows = new Map();
const searchedText = new WeakMap();
let onChoice = () => {};

/** First and last year that a row is about. */
function span(name, row) {
  if (name === "changes") return [row.year_from ?? row.year_to, row.year_to ?? row.year_from];
  if (name === "goals" || name === "documents" || name === "measurability") return [row.year, row.year_end ?? row.year];
  return [row.year, row.year];
}

/** Everything that a row says, in small letters. */
function searchable(row) {
  let text = searchedText.get(row);
  if (text === undefined) {
    text = Object.values(row)
      .filter((value) => typeof value === "string")
      .join("\n")
      .toLocaleLowerCase("sv");
    searchedText.set(row, text);
  }
  return text;
}

function passes(name, row) {
  const { municipalities, board, from, to, text, superseded, unsure } = chosenState;
  if (municipalities.size && row.municipality !== undefined && !municipalities.has(row.municipality)) return false;
  if (municipalities.size && row.municipality === undefined && name !== "peers" && name !== "kolada") return false;
  if (board && row.board_kind !== board && name !== "kolada") return false;
  const [first, last] = span(name, row);
  if (from && !(last >= from)) return false;
  if (to && !(first <= to)) return false;
  if (!superseded && row.superseded && name !== "documents") return false;
  if (!unsure && row.sure === false) return false;
  return !text || searchable(row).includes(text);
}

/** The rows of a table that the choices let through. */
function chosen(name) {
  if (!chosenRows.has(name))
    chosenRows.set(
      name,
      table(name).filter((row) => passes(name, row)),
    );
  return chosenRows.get(name);
}

function choose(changes) {
  Object.assign(chosenState, changes);
  chosenRows.clear();
  onChoice();
}

const allOf = (column) =>
  unique(Object.values(TABLES).flatMap((rows) => given(rows.map((row) => row[column])))).sort(inOrder);

function municipalityChoice() {
  const names = allOf("municipality");
  const told = () =>
    chosenState.municipalities.size
      ? `${chosenState.municipalities.size} ${word("ui.of")} ${names.length}`
      : word("ui.all");
  const summary = make(
    "summary",
    {},
    word("ui.municipalities") + ": ",
    make("b", { id: "municipalities-told" }, told()),
  );
  const set = (chosenNow) => {
    choose({ municipalities: chosenNow });
    document.getElementById("municipalities-told").textContent = told();
  };
  const boxes = names.map((name) =>
    make(
      "label",
      {},
      make("input", {
        type: "checkbox",
        value: name,
        checked: chosenState.municipalities.has(name),
        onchange: (event) => {
          const now = new Set(chosenState.municipalities);
          event.target.checked ? now.add(name) : now.delete(name);
          set(now);
        },
      }),
      " ",
      name,
    ),
  );
  const clear = make(
    "button",
    {
      type: "button",
      onclick: () => {
        for (const box of boxes) box.firstChild.checked = false;
        set(new Set());
      },
    },
    word("ui.all_municipalities"),
  );
  return make(
    "details",
    { class: "pick", id: "pick-municipalities" },
    summary,
    make("div", { class: "pick-list" }, clear, boxes),
  );
}

function yearChoice(id, key, all) {
  const options = [
    make("option", { value: "" }, word("ui.any")),
    ...all.map((year) => make("option", { value: year, selected: chosenState[key] === year }, String(year))),
  ];
  return make(
    "label",
    {},
    word(id) + " ",
    make(
      "select",
      { id: "choice-" + key, onchange: (event) => choose({ [key]: Number(event.target.value) || null }) },
      options,
    ),
  );
}

function tick(id, key) {
  return make(
    "label",
    { class: "tick" },
    make("input", {
      type: "checkbox",
      id: "choice-" + key,
      checked: chosenState[key],
      onchange: (event) => choose({ [key]: event.target.checked }),
    }),
    " ",
    word(id),
  );
}

/** The bar of choices. A keystroke is waited for: the sections are made once when the typing pauses. */
function makeChoices() {
  const all = unique([...allOf("year"), ...allOf("year_from"), ...allOf("year_to")]).sort((one, other) => one - other);
  let waiting;
  const form = document.getElementById("choices");
  form.onsubmit = (event) => event.preventDefault();
  form.replaceChildren(
    municipalityChoice(),
    make(
      "label",
      {},
      word("ui.board_kind") + " ",
      make(
        "select",
        { id: "choice-board", onchange: (event) => choose({ board: event.target.value }) },
        make("option", { value: "" }, word("ui.all")),
        allOf("board_kind").map((kind) =>
          make("option", { value: kind, selected: chosenState.board === kind }, term("board_kind", kind)),
        ),
      ),
    ),
    yearChoice("ui.year_from", "from", all),
    yearChoice("ui.year_to", "to", all),
    make("input", {
      type: "search",
      id: "choice-text",
      value: chosenState.text,
      "aria-label": word("ui.search"),
      placeholder: word("ui.search"),
      oninput: (event) => {
        clearTimeout(waiting);
        waiting = setTimeout(() => choose({ text: event.target.value.trim().toLocaleLowerCase("sv") }), 180);
      },
    }),
    tick("ui.show_superseded", "superseded"),
    tick("ui.show_unsure", "unsure"),
  );
}
