// The scanner of the desk: reads cards by camera or typed code, keeps every scan on
// the device before anything else, and sends what is kept whenever there is a network.
// The server decides; the earliest scan of a person counts, and sending twice is safe.
"use strict";

const root = document.querySelector("[data-scanner]");
const part = (name) => root.querySelector(`[data-${name}]`);
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const roster = read("roster");
const words = read("words");
const PREFIX = `pindai:${root.dataset.slug}:`;
const AGAIN = 4000; // a card held before the camera is one scan
const KEEP = 24 * 3600 * 1000; // what was sent is shown for a day
const BATCH = 100;
const CARD = /\/rakor\/([^/]+)\/kartu\/([0-9A-Z]{6}-[\w-]{22})\/?$/;
let sending = false;
let camera = null;
let last = { code: "", at: 0 };

// One key a scan, so that two open pages never overwrite each other.
function all() {
  const found = [];
  for (let at = 0; at < localStorage.length; at += 1) {
    const key = localStorage.key(at);
    if (key.startsWith(PREFIX)) found.push(JSON.parse(localStorage.getItem(key)));
  }
  return found.sort((a, b) => b.scanned_at.localeCompare(a.scanned_at));
}

const keep = (scan) => localStorage.setItem(PREFIX + scan.id, JSON.stringify(scan));
const say = (text, values = {}) =>
  text.replace(/%\((\w+)\)s/g, (_all, name) => values[name] ?? "");
const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) =>
    n.toString(16).padStart(2, "0"),
  ).join("");

function forget() {
  const old = new Date(Date.now() - KEEP).toISOString();
  for (const scan of all()) {
    const done = scan.state !== "kept" && scan.scanned_at < old;
    if (done) localStorage.removeItem(PREFIX + scan.id);
  }
}

function take(text) {
  const code = text.slice(0, 6);
  const now = Date.now();
  if (last.code === code && now - last.at < AGAIN) {
    part("last").textContent = words.again;
    return;
  }
  last = { code, at: now };
  const who = roster[code] || "";
  const scan = {
    id: newId(),
    text,
    who,
    scanned_at: new Date(now).toISOString(),
    state: "kept",
  };
  try {
    keep(scan);
  } catch {
    part("last").textContent = words.full;
    return;
  }
  part("last").textContent = who || `${code}: ${words.unknown}`;
  if (navigator.vibrate) navigator.vibrate(60);
  draw();
  send();
}

// A state as the house draws it, with its icon.
function mark(tone, text) {
  const drawn = document.querySelector(`template[data-tone="${tone}"]`).content;
  const copy = drawn.firstElementChild.cloneNode(true);
  copy.lastElementChild.textContent = text;
  return copy;
}

function row(scan) {
  const line = document.createElement("li");
  line.className = "convene-row is-single";
  line.dataset.state = scan.state;
  const who = document.createElement("span");
  who.textContent = scan.who || scan.text.slice(0, 6);
  const when = document.createElement("span");
  when.className = "muted";
  const time = new Date(scan.scanned_at);
  when.textContent = ` ${String(time.getHours()).padStart(2, "0")}.${String(
    time.getMinutes(),
  ).padStart(2, "0")}`;
  who.append(when);
  const tone = { kept: "wait", sent: "good", refused: "bad" }[scan.state];
  line.append(who, mark(tone, words[scan.state]));
  if (scan.note) {
    const note = document.createElement("span");
    note.className = "muted";
    note.textContent = scan.note;
    who.append(document.createElement("br"), note);
  }
  return line;
}

function draw() {
  const scans = all();
  const waiting = scans.filter((scan) => scan.state === "kept").length;
  part("queue").replaceChildren(...scans.slice(0, 50).map(row));
  part("empty").hidden = scans.length > 0;
  const told = waiting ? say(words.unsent, { count: waiting }) : words.none_unsent;
  if (part("unsent").textContent.trim() !== told) {
    part("unsent").replaceChildren(mark(waiting ? "warn" : "good", told));
  }
  part("now").disabled = waiting === 0;
}

function network(up) {
  const told = up ? mark("good", words.online) : mark("warn", words.offline);
  part("network").replaceChildren(told);
}

function settle(scan, result) {
  scan.state = result.outcome === "refused" ? "refused" : "sent";
  scan.who = result.who || scan.who;
  scan.note = result.why || "";
  if (result.outcome === "already") {
    scan.note = say(words.already, { time: result.time });
  }
  keep(scan);
  if (result.why) part("last").textContent = result.why;
}

const token = () => document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";

async function send() {
  if (sending) return;
  const waiting = all().filter((scan) => scan.state === "kept");
  if (!waiting.length) return;
  sending = true;
  let more = false;
  try {
    // The oldest first; the rest goes with the next parcel.
    const parcel = waiting.reverse().slice(0, BATCH);
    const answer = await fetch(root.dataset.send, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify({
        sent_at: new Date().toISOString(),
        scans: parcel.map(({ id, text, scanned_at }) => ({ id, text, scanned_at })),
      }),
    });
    network(true);
    const taken = answer.ok && !answer.redirected;
    part("sign-in").hidden = taken;
    if (!taken) {
      tell(words.sign_in);
      return;
    }
    const { results } = await answer.json();
    const byId = new Map(parcel.map((scan) => [scan.id, scan]));
    for (const result of results) settle(byId.get(result.id), result);
    more = waiting.length > parcel.length;
  } catch {
    network(false); // kept; the next try comes by itself
  } finally {
    sending = false;
    draw();
  }
  if (more) send();
}

function tell(text) {
  part("note").textContent = text;
  part("note").hidden = false;
}

function understood(text) {
  const card = CARD.exec(text.trim());
  if (!card || card[1] !== root.dataset.slug) {
    part("last").textContent = words.other;
    return;
  }
  take(card[2]);
}

async function look(reader, video) {
  if (!camera) return;
  try {
    for (const seen of await reader.detect(video)) understood(seen.rawValue);
  } catch {
    // a picture that is not there yet
  }
  setTimeout(() => look(reader, video), 250);
}

async function start() {
  const video = part("video");
  try {
    camera = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment" },
    });
  } catch {
    tell(words.no_camera);
    return;
  }
  video.srcObject = camera;
  video.hidden = false;
  part("start").hidden = true;
  part("stop").hidden = false;
  await video.play();
  look(new BarcodeDetector({ formats: ["qr_code"] }), video);
}

function stop() {
  for (const track of camera?.getTracks() ?? []) track.stop();
  camera = null;
  part("video").hidden = true;
  part("start").hidden = false;
  part("stop").hidden = true;
}

async function ready() {
  const worker = navigator.serviceWorker;
  let holds = false;
  if (worker) {
    try {
      await worker.register(root.dataset.worker, { scope: root.dataset.scope });
      await worker.ready;
      holds = true;
    } catch {
      holds = Boolean(worker.controller);
    }
  }
  const told = holds ? mark("good", words.offline_ready) : mark("off", words.not_ready);
  part("ready").replaceChildren(told);
}

async function canRead() {
  if (!("BarcodeDetector" in window)) return false;
  try {
    return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
  } catch {
    return false;
  }
}

async function begin() {
  part("states").hidden = false;
  part("list").hidden = false;
  part("type").addEventListener("submit", (event) => {
    event.preventDefault();
    const field = event.target.elements.kode;
    const typed = field.value.toUpperCase().replace(/[\s-]/g, "");
    if (typed) take(typed);
    field.value = "";
    field.focus();
  });
  part("now").addEventListener("click", send);
  part("start").addEventListener("click", start);
  part("stop").addEventListener("click", stop);
  window.addEventListener("online", send);
  window.addEventListener("offline", () => network(false));
  network(navigator.onLine);
  forget();
  draw();
  send();
  setInterval(send, 15000);
  if (!window.isSecureContext) tell(words.insecure);
  else if (await canRead()) part("camera").hidden = false;
  else tell(words.no_reader);
  ready();
}

begin();
