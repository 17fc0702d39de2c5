// Keeps the wall up to date: asks every two seconds, replaces only what changed so
// that a screen reader reads only that, and counts the clock down in between.
"use strict";

const wall = document.querySelector("[data-wall]");
const lost = document.getElementById("lost");
const source = new URL(wall.dataset.wall, location.href.split("?")[0]);
let seen = "";
let ahead = 0; // this computer's clock against the server's, in milliseconds

const parts = (root) =>
  new Map([...root.querySelectorAll("[data-part]")].map((p) => [p.dataset.part, p]));

function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html").body;
  const old = parts(wall);
  const now = parts(fresh);
  if ([...old.keys()].join() !== [...now.keys()].join()) {
    wall.replaceChildren(...fresh.childNodes);
  } else {
    for (const [name, part] of now) {
      if (old.get(name).outerHTML !== part.outerHTML) old.get(name).replaceWith(part);
    }
  }
  count();
}

function count() {
  for (const clock of wall.querySelectorAll("[data-ends]")) {
    const left = Math.trunc((clock.dataset.ends - (Date.now() - ahead)) / 1000);
    const [minutes, seconds] = [Math.trunc(Math.abs(left) / 60), Math.abs(left) % 60];
    const text = `${minutes}:${String(seconds).padStart(2, "0")}`;
    clock.textContent = left < 0 ? `-${text}` : text;
    clock.classList.toggle("is-over", left < 0);
  }
}

async function ask() {
  try {
    const headers = seen ? { "If-None-Match": seen } : {};
    const answer = await fetch(source, { headers, cache: "no-store" });
    if (!answer.ok && answer.status !== 304) throw new Error(answer.statusText);
    const told = Date.parse(answer.headers.get("X-Now"));
    if (told) ahead = Date.now() - told;
    if (answer.status === 200) {
      seen = answer.headers.get("ETag");
      show(await answer.text());
    }
    lost.hidden = true;
  } catch {
    lost.hidden = false;
  }
}

async function watch() {
  if (!document.hidden) await ask();
  setTimeout(watch, 1800 + Math.random() * 400); // not all at the same moment
}

setInterval(count, 500);
watch();
