// The sections, the way between them, printing, and everything set going.
const SECTIONS = [
  ["overview", overview, null],
  ["goals", goalsSection, "goals"],
  ["chain", chainSection, "chain"],
  ["changes", changesSection, "changes"],
  ["followups", followupsSection, "followups"],
  ["indicators", indicatorsSection, "indicators"],
  ["budgets", budgetsSection, "budgets"],
  ["measurability", measurabilitySection, "measurability"],
  ["peers", peersSection, "peers"],
  ["not_compared", notComparedSection, "not_compared"],
];
/** sections made since the last choice; the others wait until they are looked at */
const made = new Set();

const asked = () => {
  const name = location.hash.slice(1);
  return name === "all" || SECTIONS.some(([one]) => one === name) ? name : "overview";
};

function makeNav() {
  const count = (name) => (name ? make("span", { class: "count" }, String(chosen(name).length)) : null);
  const links = SECTIONS.filter(([, , of]) => of !== "peers" || table("peers").length || table("kolada").length).map(
    ([name, , of]) =>
      make(
        "a",
        { href: "#" + name, "data-section": name },
        word("section." + name),
        " ",
        count(of === "peers" ? null : of),
      ),
  );
  document
    .getElementById("nav")
    .replaceChildren(...links, make("a", { href: "#all", "data-section": "all" }, word("section.all")));
}

function showSections() {
  const wanted = asked();
  for (const [name, make_] of SECTIONS) {
    const at = document.getElementById("section-" + name);
    at.hidden = wanted !== "all" && wanted !== name;
    if (at.hidden || made.has(name)) continue;
    at.replaceChildren(make("h2", {}, word("section." + name)), ...given(make_()));
    made.add(name);
  }
  for (const link of document.querySelectorAll("#nav a")) {
    if (link.dataset.section === wanted) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/** Everything anew: after a choice or a change of language. */
function makeAll(choicesToo) {
  if (choicesToo) makeChoices();
  made.clear();
  makeNav();
  showSections();
  const all = unique([...allOf("year"), ...allOf("year_to")]).sort((one, other) => one - other);
  document.title = word("ui.title");
  document.getElementById("extent").textContent = [
    `${table("documents").length} ${word("ui.documents_few")}`,
    `${allOf("municipality").length} ${word("ui.municipality_few")}`,
    all.length ? unique([all[0], all.at(-1)]).join("–") : "",
    FACTS.planparse ? "planparse " + FACTS.planparse : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

/** A printed table is whole as far as a pile of paper bears it; folded parts are opened. */
function beforePrint() {
  for (const details of document.querySelectorAll("main details.made")) details.open = true;
}

async function start() {
  await readData();
  document
    .getElementById("main")
    .replaceChildren(
      ...SECTIONS.map(([name]) => make("section", { id: "section-" + name, class: "section", hidden: true })),
    );
  onChoice = () => {
    makeAll(false);
    document.getElementById("told").textContent = word("ui.choices_done");
  };
  onLanguage(() => makeAll(true));
  makeAll(true);
  addEventListener("hashchange", () => {
    showSections();
    scrollTo(0, 0);
  });
  addEventListener("beforeprint", beforePrint);
  document.getElementById("print").onclick = () => print();
  const dialog = document.getElementById("source");
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.addEventListener("click", (event) => {
    const pick = document.getElementById("pick-municipalities");
    if (pick?.open && !pick.contains(event.target)) pick.open = false;
  });
  document.documentElement.dataset.ready = "yes";
}
start();
