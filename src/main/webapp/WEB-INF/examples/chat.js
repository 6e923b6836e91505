// The chat room's page: a plain WebSocket to the channel at this page's own address. Every text from it is one line.

const MOST_LINES = 500;
const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 15_000;

const state = /** @type {HTMLElement} */ (document.querySelector("#status"));
const log = /** @type {HTMLElement} */ (document.querySelector("#log"));
const lines = /** @type {HTMLElement} */ (document.querySelector("#lines"));
const form = /** @type {HTMLFormElement} */ (document.querySelector("#say"));
const input = /** @type {HTMLInputElement} */ (document.querySelector("#text"));
const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));

/** @type {WebSocket | undefined} */
let socket;
let attempts = 0;

/** @param {string} words @param {boolean} open */
function show(words, open) {
  state.textContent = words;
  // What was typed stays; the button alone says that it cannot go now
  button.disabled = !open;
}

/** @param {string} text */
function add(text) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const line = document.createElement("li");
  line.textContent = text;
  lines.append(line);
  while (lines.childElementCount > MOST_LINES) lines.firstElementChild?.remove();
  // Who reads further up is left there
  if (atEnd) log.scrollTop = log.scrollHeight;
}

function connect() {
  const address = new URL(location.href);
  address.protocol = address.protocol.replace("http", "ws");
  address.search = address.hash = "";
  socket = new WebSocket(address);
  socket.addEventListener("open", () => {
    attempts = 0;
    // The room tells its history again
    lines.replaceChildren();
    show("Connected", true);
  });
  socket.addEventListener("message", ({ data }) => add(data));
  socket.addEventListener("close", () => {
    show("Not connected; trying again …", false);
    const longest = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** attempts++);
    setTimeout(connect, longest * (0.5 + Math.random() / 2));
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (socket?.readyState !== WebSocket.OPEN || !input.value.trim()) return;
  socket.send(input.value);
  input.value = "";
  input.focus();
});

show("Connecting …", false);
connect();

export {};
