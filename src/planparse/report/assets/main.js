// Choices, tabs, keys, the divider: everything set going.
const $ = (id) => document.getElementById(id);
const hiddenKinds = new Set();
/** the records whose boxes are drawn */
let drawn = new Set(DATA.records.keys());
let texts = [];

function makeHead() {
  const { municipality, board, start, end } = DATA.issuer;
  const years = [...new Set([start, end].filter(Boolean))].join("–");
  document.title = DATA.title + " – planparse";
  $("title").textContent = DATA.title;
  $("issuer").textContent = [municipality, board, years, DATA.file, DATA.parser && word("ui.read_by") + " " + DATA.parser].filter(Boolean).join(" · ");
  $("around").hidden = !DATA.around;
  if (DATA.around) {
    const { index, before, after } = DATA.around;
    const link = (href, key, sign) => make("a", { href, title: word(key), "aria-label": word(key) }, sign ?? word(key));
    $("around").replaceChildren(link(index, "ui.all_plans"), before ? link(before, "ui.plan_before", "‹") : "", after ? link(after, "ui.plan_after", "›") : "");
  }
  $("page-of").textContent = word("ui.of") + " " + DATA.pages.length;
  pageNumber.max = DATA.pages.at(-1)?.no ?? 1;
  const somewhat = DATA.doubts.some((doubt) => doubt.severity !== "info");
  $("tab-records").replaceChildren(word("ui.records"), make("span", { class: "count" }, String(DATA.records.length)));
  $("tab-doubts").replaceChildren(word("ui.doubts"), make("span", { class: "count" + (somewhat ? " some" : "") }, String(DATA.doubts.length)));
  const kept = $("page-filter").value;
  $("page-filter").replaceChildren(
    make("option", { value: "" }, word("ui.all_pages")), make("option", { value: "shown" }, word("ui.shown_page")),
    ...DATA.pages.map((page) => make("option", { value: page.no }, word("ui.page") + " " + page.no)));
  $("page-filter").value = kept;
}

function makeLegend() {
  const counts = new Map();
  for (const { kind } of DATA.records) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  $("legend").replaceChildren(...DATA.kinds.filter(({ name }) => counts.has(name)).map(({ name, below }) =>
    make("button", {
      type: "button", class: "chip k-" + name + (below ? " below" : ""), "aria-pressed": String(!hiddenKinds.has(name)), "data-kind": name,
      onclick: (event) => {
        hiddenKinds.has(name) ? hiddenKinds.delete(name) : hiddenKinds.add(name);
        event.currentTarget.setAttribute("aria-pressed", String(!hiddenKinds.has(name)));
        filter();
      },
    }, word("kind." + name), make("span", { class: "count" }, String(counts.get(name))))));
}

function makeList() {
  cards.clear();
  const groups = new Map();
  for (const [index, record] of DATA.records.entries()) {
    if (!groups.has(record.kind))
      groups.set(record.kind, make("section", { class: "group k-" + record.kind, "aria-label": word("kind." + record.kind) }, make("h2", {}, word("kind." + record.kind))));
    const card = makeCard(record, index);
    cards.set(index, card);
    groups.get(record.kind).append(card);
  }
  if (DATA.coverage.length && groups.has("plan")) groups.get("plan").append(coverageList());
  const empty = make("p", { class: "empty", hidden: true }, word("ui.nothing"));
  $("records").replaceChildren(...groups.values(), empty);
  $("doubts").replaceChildren(make("ul", { class: "doubt-list" }, DATA.doubts.map(makeDoubt)),
    make("p", { class: "empty", hidden: DATA.doubts.length > 0 }, word("ui.no_doubts")));
  texts = DATA.records.map(searched);
}

/** Shows the records, boxes and doubts that the choice lets through. The page chosen rules the list, not the boxes. */
function filter() {
  const [wanted, only] = [$("search").value.trim().toLocaleLowerCase("sv"), $("doubtful-only").checked];
  const page = $("page-filter").value === "shown" ? pageShown() : Number($("page-filter").value);
  const onPage = (boxes) => !page || boxes.some((box) => box[0] === page);
  drawn = new Set();
  let listed = 0;
  for (const [index, record] of DATA.records.entries()) {
    const through = !hiddenKinds.has(record.kind) && (!only || record.doubts) && texts[index].includes(wanted);
    if (through) drawn.add(index);
    const card = cards.get(index);
    card.hidden = !through || !onPage(record.boxes);
    listed += !card.hidden;
  }
  for (const group of document.querySelectorAll(".group")) group.hidden = !group.querySelector(".card:not([hidden])[data-record]");
  document.querySelector("#records > .empty").hidden = listed > 0;
  for (const doubt of DATA.doubts) $("doubt-" + doubt.no).hidden = !onPage(doubt.boxes);
  for (const sheet of sheets.values()) hideBoxes(sheet);
}

/** Takes back those choices that keep a record from being listed, because a link or a box leads to it. */
function letIn(record) {
  $("search").value = "";
  $("doubtful-only").checked = false;
  if ($("page-filter").value !== "shown") $("page-filter").value = "";
  hiddenKinds.delete(DATA.records[record].kind);
  document.querySelector(`[data-kind="${DATA.records[record].kind}"]`).setAttribute("aria-pressed", "true");
  filter();
  if (cards.get(record).hidden) {
    $("page-filter").value = "";
    filter();
  }
}

function openTab(name) {
  for (const one of ["records", "doubts"]) {
    $(one).hidden = one !== name;
    $("tab-" + one).setAttribute("aria-selected", String(one === name));
    $("tab-" + one).tabIndex = one === name ? 0 : -1;
  }
  for (const at of document.querySelectorAll("#search, .only")) at.hidden = name === "doubts";
}

function watchTabs() {
  for (const name of ["records", "doubts"]) {
    $("tab-" + name).addEventListener("click", () => openTab(name));
    $("tab-" + name).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = name === "records" ? "doubts" : "records";
      openTab(other);
      $("tab-" + other).focus();
    });
  }
  $("doubt-on").addEventListener("click", () => step(1));
  $("doubt-back").addEventListener("click", () => step(-1));
}

function watchChoices() {
  $("search").addEventListener("input", filter);
  $("page-filter").addEventListener("change", filter);
  $("doubtful-only").addEventListener("change", filter);
  pageNumber.addEventListener("change", () => goToPage(Number(pageNumber.value)));
  let waiting = false;
  pagesPane.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      const now = pageShown();
      if (document.activeElement !== pageNumber) pageNumber.value = now;
      if ($("page-filter").value === "shown") filter();
      tellElsewhere();
    });
  });
}

const KEYS = {
  n: () => step(1),
  p: () => step(-1),
  "+": () => setZoom(zoom * 1.2),
  "-": () => setZoom(zoom / 1.2),
  0: fit,
  "/": () => $("search").focus(),
  Escape: letGo,
};

function watchKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (typing && event.key !== "Escape") return;
    if (!(event.key in KEYS)) return;
    event.preventDefault();
    if (typing) event.target.blur();
    KEYS[event.key]();
  });
}

function watchZoom() {
  $("zoom-in").addEventListener("click", KEYS["+"]);
  $("zoom-out").addEventListener("click", KEYS["-"]);
  $("zoom-fit").addEventListener("click", fit);
  pagesPane.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    setZoom(zoom * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
  }, { passive: false });
  new ResizeObserver(() => fitted && fit()).observe(pagesPane);
}

function watchDivider() {
  const divider = $("divider");
  const share = (percent) => {
    const kept = Math.min(75, Math.max(25, Math.round(percent)));
    $("panes").style.setProperty("--share", kept + "fr");
    $("panes").style.setProperty("--rest", 100 - kept + "fr");
    divider.setAttribute("aria-valuenow", kept);
  };
  divider.addEventListener("pointerdown", (event) => divider.setPointerCapture(event.pointerId));
  divider.addEventListener("pointermove", (event) => {
    if (divider.hasPointerCapture(event.pointerId)) share((100 * event.clientX) / window.innerWidth);
  });
  divider.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -4, ArrowRight: 4 }[event.key];
    if (by) share(Number(divider.getAttribute("aria-valuenow")) + by);
  });
}

function draw() {
  makeHead();
  makeLegend();
  makeList();
  makePages();
  fitted ? fit() : setZoom(zoom);
  filter();
  pageNumber.value = pageShown() ?? "";
}

/** All words are drawn anew; what was chosen and where the pages stood is kept. */
function redraw() {
  const [top, kept] = [pagesPane.scrollTop, chosen];
  draw();
  pagesPane.scrollTop = top;
  if (kept.record !== null || kept.doubt !== null) choose(kept, { from: "page" });
}

onLanguage(redraw);
openTab("records");
draw();
watchPages();
watchList($("records"));
watchList($("doubts"));
watchTabs();
watchChoices();
watchKeys();
watchZoom();
watchDivider();
window.addEventListener("hashchange", followLink);
if (location.hash) followLink();
