// Pointing, both ways: a record lights up its boxes, a box shows its record; doubts; links into the page.
const tip = document.getElementById("tip");
const elsewhere = document.getElementById("elsewhere");
const cards = new Map();
const NOTHING = { record: null, part: null, doubt: null };
/** what the pointer or the focus is on, and what was chosen by a press */
let hot = NOTHING;
let chosen = NOTHING;

const same = (one, other) => one.record === other.record && one.part === other.part && one.doubt === other.doubt;

/** The records and doubts that are lit: what is pointed at comes before what was chosen. */
const lit = () => (hot.record !== null || hot.doubt !== null ? hot : chosen);

function boxesLit({ record, part, doubt }) {
  if (doubt !== null) {
    const told = DATA.doubts[doubt - 1];
    return told.boxes.length ? told.boxes : told.refs.flatMap((index) => DATA.records[index].boxes);
  }
  if (record === null) return [];
  const held = part === null ? [] : DATA.records[record].parts[part].boxes;
  if (held.length) return held;
  const own = DATA.records[record].boxes;
  return own.length ? own : (DATA.records[record].parts ?? []).flatMap((one) => one.boxes);
}

/** All pages that a record stands on, its values' and cells' pages with them. */
function pagesLit({ record, doubt }) {
  if (doubt !== null) {
    const told = DATA.doubts[doubt - 1];
    return pagesOf([...told.boxes, ...told.refs.flatMap((index) => DATA.records[index].boxes)]);
  }
  if (record === null) return [];
  const { boxes, parts } = DATA.records[record];
  return pagesOf([...boxes, ...(parts ?? []).flatMap((one) => one.boxes)]);
}

function relight(number) {
  const sheet = sheets.get(number);
  if (!sheet?.boxes) return;
  const now = lit();
  const refs = now.doubt !== null ? DATA.doubts[now.doubt - 1].refs : [];
  for (const { record, part, at } of sheet.boxes) {
    at.classList.toggle("told", refs.includes(record) && part === null);
    at.classList.toggle("lit", record === now.record);
    at.classList.toggle("strong", record === now.record && part === now.part);
  }
  for (const at of sheet.at.querySelectorAll(".box.doubt")) at.classList.toggle("lit", Number(at.dataset.doubt) === now.doubt);
}

let lightedPages = [];

function light() {
  const pages = pagesLit(lit());
  for (const number of pages) boxesOn(number);
  for (const number of new Set([...lightedPages, ...pages])) relight(number);
  lightedPages = pages;
  for (const at of document.querySelectorAll(".card.hot")) at.classList.remove("hot");
  for (const at of document.querySelectorAll("#records .strong")) at.classList.remove("strong");
  const now = lit();
  if (now.record !== null) {
    const card = cards.get(now.record);
    card?.classList.add("hot");
    if (now.part !== null) card?.querySelector(`[data-part="${now.part}"]`)?.classList.add("strong");
  }
  tellElsewhere();
}

/** Where nothing of what is lit can be seen, a button says where it stands. */
function tellElsewhere() {
  const boxes = boxesLit(lit());
  const hidden = boxes.length === 0 || boxes.some(isSeen);
  elsewhere.hidden = hidden;
  if (!hidden) elsewhere.textContent = word("ui.elsewhere") + " " + pagesOf(boxes).join(", ");
}

function point(at) {
  if (same(at, hot)) return;
  hot = at;
  light();
}

/** Which record, part or doubt an element stands for. */
function meant(at) {
  const held = at.closest?.("[data-record], [data-part], [data-doubt]");
  if (!held) return NOTHING;
  if (held.dataset.doubt) return { ...NOTHING, doubt: Number(held.dataset.doubt) };
  const record = held.dataset.record ?? held.closest("[data-record]")?.dataset.record;
  return record === undefined ? NOTHING : { record: Number(record), part: held.dataset.part === undefined ? null : Number(held.dataset.part), doubt: null };
}

/** Brings a record's card into view, whatever tab is open. */
function showCard({ record, part, doubt }, block = "nearest") {
  openTab(doubt === null ? "records" : "doubts");
  const card = doubt === null ? cards.get(record) : document.getElementById("doubt-" + doubt);
  if (!card) return;
  if (card.hidden) letIn(record);
  const details = card.querySelector?.("details.as-table");
  if (details && part !== null) {
    details.open = true;
    fillTable(details, DATA.records[record]);
  }
  const cell = part !== null ? card.querySelector(`[data-part="${part}"]`) : null;
  card.scrollIntoView({ block, inline: "nearest" });
  cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Chooses a record, a part of it or a doubt: it stays lit, both sides show it, and the address names it. */
function choose(at, { from = "list", focus = false } = {}) {
  for (const old of document.querySelectorAll("[aria-current]")) {
    old.removeAttribute("aria-current");
    for (const cell of old.querySelectorAll('[data-part][tabindex="0"]')) cell.tabIndex = -1;
  }
  chosen = at;
  hot = from === "page" ? hot : NOTHING;
  const card = at.doubt !== null ? document.getElementById("doubt-" + at.doubt) : cards.get(at.record);
  if (card) {
    card.setAttribute("aria-current", "true");
    for (const cell of card.querySelectorAll("[data-part]")) cell.tabIndex = 0;
    setAddress(at.doubt !== null ? "doubt-" + at.doubt : anchor(DATA.records[at.record]));
  }
  if (card && from !== "list") showCard(at, from === "link" ? "start" : "nearest");
  if (from !== "page") {
    const first = boxesLit(at)[0];
    if (first) goToBox(first);
  }
  light();
  if (focus) (card?.querySelector(".name") ?? card)?.focus({ preventScroll: true });
}

function letGo() {
  for (const old of document.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
  chosen = hot = NOTHING;
  tip.hidden = true;
  setAddress("");
  light();
}

function setAddress(name) {
  try {
    history.replaceState(null, "", name ? "#" + encodeURIComponent(name) : location.pathname + location.search);
  } catch { /* a browser that lets no file change its address */ }
}

/** What "#indicator-12", "#goal-1a2b3c4d", "#doubt-3" or "#page-7" names. */
function followLink() {
  let name = location.hash.slice(1);
  try { name = decodeURIComponent(name); } catch { /* as it stands */ }
  const [, one, digits] = /^([a-z]+)-(\d+)$/.exec(name) ?? [];
  if (one === "page") return goToPage(Number(digits));
  if (one === "doubt" && DATA.doubts[digits - 1]) return choose({ ...NOTHING, doubt: Number(digits) }, { from: "link" });
  let index = DATA.records.findIndex((record) => record.id === name);
  if (index < 0) index = DATA.records.findIndex((record) => KINDS.get(record.kind).one === one && record.no === Number(digits));
  if (index >= 0) choose({ ...NOTHING, record: index }, { from: "link" });
}

/** The next or previous of the doubts that are listed. */
function step(by) {
  const listed = DATA.doubts.filter((doubt) => !document.getElementById("doubt-" + doubt.no).hidden).map((doubt) => doubt.no);
  if (!listed.length) return;
  const at = listed.indexOf(chosen.doubt);
  const next = listed[at < 0 ? (by > 0 ? 0 : listed.length - 1) : (at + by + listed.length) % listed.length];
  choose({ ...NOTHING, doubt: next }, { from: "step", focus: true });
  const doubt = DATA.doubts[next - 1];
  tell(word("severity." + doubt.severity) + " " + next + " " + word("ui.of") + " " + DATA.doubts.length + ": " + doubt.message);
}

function tell(text) {
  document.getElementById("told").textContent = text;
}

/** The records that lie under the pointer, the topmost first. */
function under(event) {
  const found = document.elementsFromPoint(event.clientX, event.clientY).filter((at) => at.matches(".box[data-record]"));
  return [...new Map(found.map((at) => [at.dataset.record, meant(at)])).values()];
}

function showTip(event, at) {
  const now = meant(at);
  const pane = pagesPane.parentElement.getBoundingClientRect();
  const lines = now.doubt !== null ? doubtTip(DATA.doubts[now.doubt - 1]) : recordTip(now, under(event).length);
  tip.replaceChildren(...lines);
  tip.hidden = false;
  const left = Math.min(event.clientX - pane.left + 14, pane.width - tip.offsetWidth - 8);
  const room = event.clientY - pane.top + 18 + tip.offsetHeight < pane.height;
  tip.style.left = Math.max(8, left) + "px";
  tip.style.top = (room ? event.clientY - pane.top + 18 : event.clientY - pane.top - tip.offsetHeight - 12) + "px";
}

function doubtTip(doubt) {
  return [make("strong", {}, word("severity." + doubt.severity)), doubt.message];
}

function recordTip({ record, part }, others) {
  const told = DATA.records[record];
  const lines = [make("strong", {}, nameOf(told))];
  if (part === null) lines.push(shortened(titleOf(told), 140));
  else {
    const held = told.parts[part];
    lines.push(shortened(held.raw, 140));
    const read = readText(held.read);
    if (read) lines.push(make("span", { class: "quiet" }, " → " + read));
  }
  if (others > 1) lines.push(make("div", { class: "quiet" }, others + " " + word("ui.records_here")));
  return lines;
}

function watchPages() {
  pagesPane.addEventListener("pointermove", (event) => {
    const at = event.target.closest?.(".box[data-record], .flag");
    if (!at) {
      tip.hidden = true;
      return point(NOTHING);
    }
    const now = meant(at);
    showTip(event, at);
    if (same(now, hot)) return;
    point(now);
    if (now.record !== null && !document.getElementById("records").hidden) showCard(now);
  });
  pagesPane.addEventListener("pointerleave", () => {
    tip.hidden = true;
    point(NOTHING);
  });
  pagesPane.addEventListener("click", (event) => {
    const at = event.target.closest?.(".box[data-record], .flag");
    if (!at) return;
    const [stack, now] = [under(event), meant(at)];
    const on = stack.findIndex((entry) => entry.record === chosen.record);
    choose(now.doubt !== null || on < 0 ? now : stack[(on + 1) % stack.length], { from: "page" });
  });
  elsewhere.addEventListener("click", () => {
    const first = boxesLit(lit())[0];
    if (first) goToBox(first);
    tellElsewhere();
  });
}

function watchList(list) {
  list.addEventListener("pointerover", (event) => point(meant(event.target)));
  list.addEventListener("pointerleave", () => point(NOTHING));
  list.addEventListener("focusin", (event) => {
    if (!event.target.matches(":focus-visible")) return;
    const now = meant(event.target);
    point(now);
    const first = boxesLit(now)[0];
    if (first) goToBox(first);
  });
  list.addEventListener("focusout", () => point(NOTHING));
  list.addEventListener("click", (event) => {
    const go = event.target.closest("[data-go]");
    if (go) return choose({ ...NOTHING, record: Number(go.dataset.go) }, { from: "link", focus: true });
    if (event.target.closest("summary")) return;
    const now = meant(event.target);
    if (now.doubt !== null) return choose(now, { from: event.target.closest(".card") ? "link" : "list" });
    if (now.record !== null) choose(now);
  });
  list.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && event.target.matches("[data-part]")) {
      event.preventDefault();
      choose(meant(event.target));
    }
  });
}
