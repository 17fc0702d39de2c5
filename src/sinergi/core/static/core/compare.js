// Compares a file with a locked document by its SHA-256, in the browser: the file is
// read here and sent nowhere. Over plain HTTP browsers do not hash; then the page says
// so and shows how to do it by a command.
"use strict";

const root = document.querySelector("[data-compare]");
const part = (name) => root.querySelector(`[data-${name}]`);
const words = JSON.parse(document.getElementById("compare-words").textContent);
const { sha256, length } = root.dataset;
const known = () =>
  [...document.querySelectorAll("[data-known]")].map((each) => each.dataset.known);
let turn = 0;

async function hash(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return [...new Uint8Array(digest)]
    .map((each) => each.toString(16).padStart(2, "0"))
    .join("");
}

// The file itself, a copy with signatures that is known here, or the locked bytes with
// something after them.
async function verdict(bytes) {
  const whole = await hash(bytes);
  if (whole === sha256) return { word: "same", whole };
  if (known().includes(whole)) return { word: "signed", whole };
  if (bytes.byteLength > Number(length)) {
    const first = await hash(bytes.slice(0, Number(length)));
    if (first === sha256) return { word: "longer", whole };
  }
  return { word: "other", whole };
}

function tell(word, name, whole) {
  const shown = document
    .querySelector(`template[data-verdict-${word}]`)
    .content.cloneNode(true);
  shown.querySelector("[data-name]").textContent = name;
  shown.querySelector("[data-whole]").textContent = whole;
  part("verdict").replaceChildren(shown);
}

async function compare(file) {
  if (!file) return;
  turn += 1;
  const mine = turn;
  part("verdict").textContent = words.reading;
  try {
    const found = await verdict(await file.arrayBuffer());
    if (mine === turn) tell(found.word, file.name, found.whole);
  } catch {
    if (mine === turn) part("verdict").textContent = words.unreadable;
  }
}

if (globalThis.crypto?.subtle) {
  const drop = part("drop");
  const input = drop.querySelector("input");
  drop.hidden = false;
  input.addEventListener("change", () => compare(input.files[0]));
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("is-over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("is-over");
    compare(event.dataTransfer.files[0]);
  });
} else {
  part("plain").hidden = false;
  part("by-hand").open = true;
}
