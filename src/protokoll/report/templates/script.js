"use strict";
(async () => {
  // A very long list is packed; it is put in its place before anything else is done.
  const packed = document.getElementById("packed");
  if (packed) {
    const bytes = Uint8Array.from(atob(packed.textContent), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    packed.insertAdjacentHTML("afterend", await new Response(stream).text());
    packed.remove();
  }
  const form = document.getElementById("filters");
  form.hidden = false;
  const selects = [...form.querySelectorAll("select[data-filter]")];
  const words = document.getElementById("filter-words");
  const one = document.getElementById("filter-one");
  const other = document.getElementById("filter-other");
  const alike = document.getElementById("filter-alike");
  const unfold = document.getElementById("unfold");
  const count = document.getElementById("count");
  const list = form.parentElement;
  const each = ".change, .claim:not(.change .claim)";
  const items = [...list.querySelectorAll(each)];
  const groups = [...list.querySelectorAll(".matter, .group")];
  const members = new Map(groups.map((group) => [group, [...group.querySelectorAll(each)]]));
  // What the search looks in, made when it is first used.
  let texts = null;
  const textOf = (item) => {
    texts ??= new Map();
    if (!texts.has(item)) texts.set(item, `${item.textContent} ${item.closest(".matter")?.firstElementChild.textContent ?? ""}`.toLowerCase());
    return texts.get(item);
  };
  const stands = (item) => Object.fromEntries(item.dataset.stands.trim().split(" ").map((each) => each.split(":")));

  const holds = (item) => {
    for (const select of selects) {
      if (select.value === "*") continue;
      const key = select.dataset.filter;
      const own = item.closest(`[data-${key}]`)?.dataset[key] ?? "";
      // A topic may hold spaces; the others are lists of words.
      const fits = key === "topic" || key === "group" ? own === select.value : own.split(" ").includes(select.value);
      if (!fits && own !== select.value) return false;
    }
    if (one && !holdsPair(stands(item))) return false;
    return words.value.toLowerCase().split(/\s+/).every((word) => textOf(item).includes(word));
  };

  const holdsPair = (sides) => {
    const two = [one.value, other.value].filter((party) => party !== "*");
    if (!two.every((party) => party in sides)) return false;
    if (two.length < 2 || alike.value === "*") return true;
    return (sides[two[0]] === sides[two[1]]) === (alike.value === "alike");
  };

  const apply = () => {
    let shown = 0;
    for (const item of items) {
      item.hidden = !holds(item);
      if (!item.hidden) shown += 1;
    }
    for (const group of groups) {
      const left = members.get(group).filter((item) => !item.hidden).length;
      group.hidden = left === 0;
      if (group.matches(".group")) group.querySelector(".n").textContent = left;
    }
    count.textContent = count.dataset.template.replace("{shown}", shown).replace("{all}", items.length);
    document.getElementById("empty").hidden = shown > 0;
    remember();
  };

  const fields = [...selects, words, one, other, alike].filter(Boolean);
  const remember = () => {
    const kept = new URLSearchParams(fields.filter((field) => field.value && field.value !== "*").map((field) => [field.id.slice(7), field.value]));
    history.replaceState(null, "", kept.size ? `#${kept}` : location.pathname + location.search);
  };
  const recall = () => {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      const value = kept.get(field.id.slice(7));
      if (value !== null) field.value = value;
      if (field.value === "") field.value = field.tagName === "SELECT" ? "*" : "";
    }
    return [...kept.keys()].some((key) => fields.some((field) => field.id.slice(7) === key));
  };

  let waiting = 0;
  form.addEventListener("change", apply);
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  unfold.addEventListener("click", () => {
    const open = unfold.textContent === unfold.dataset.open;
    for (const each of list.querySelectorAll("details.claim")) each.open = open;
    unfold.textContent = open ? unfold.dataset.close : unfold.dataset.open;
  });
  document.addEventListener("click", (event) => {
    const pair = event.target.closest("button.pair");
    if (!pair) return;
    [one.value, other.value] = pair.dataset.pair.split(" ");
    const group = document.getElementById("filter-group");
    if (group) group.value = pair.dataset.group;
    apply();
    document.getElementById("list").focus();
    document.getElementById("list").scrollIntoView();
  });
  // On paper every claim shows its words, as it would when unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details.claim:not([open])")].filter((each) => !each.closest("[hidden]"));
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of folded) each.open = false;
  });

  performance.mark("ready");
  if (recall()) apply();
  else count.textContent = count.dataset.template.replace("{shown}", items.length).replace("{all}", items.length);
})();
