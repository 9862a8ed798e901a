/** Two phones on one page. Each talks to the simulator's JSON API and keeps no secret of its own. */

const API = "/simulator/api";
const LOOK_AGAIN_MILLIS = 2000;
const LOOK_SOON_MILLIS = 400;
const ROOM = 160;
const PEOPLE = ["+254700000001", "+254733000002"];
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

/** Asks the simulator, and turns every failure into a sentence. */
async function ask(method, path, body) {
  let response;
  try {
    response = await fetch(API + path, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Error("The simulator does not answer. Is the gateway running?");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(answer.detail || `The simulator answered with HTTP status ${response.status}.`);
  }
  return answer;
}

class Phone {
  #root;
  #open = false;
  #busy = false;
  /** Grows with every key press, so that an older look at the phone cannot overwrite a newer one. */
  #presses = 0;
  #newest = "";
  #lost = false;

  constructor(root, ordinal, number, network) {
    this.#root = root;
    root.setAttribute("aria-label", `Phone ${ordinal}`);
    this.#field("number").value = number;
    this.#field("code").value = network.code;
    this.#find(".short-code").textContent = network.shortCode;
    this.#addKeypad();
    this.#listen();
    this.#readFaults();
  }

  /** Shows what happened without a key press: an SMS, or the end of a session. */
  async look() {
    const presses = this.#presses;
    const number = encodeURIComponent(this.#number);
    try {
      const [messages, screen] = await Promise.all([
        ask("GET", `/messages?phone=${number}`),
        this.#open ? ask("GET", `/phone?phone=${number}`) : null,
      ]);
      if (presses !== this.#presses) {
        return;
      }
      if (this.#lost) {
        this.#lost = false;
        this.#complain("");
      }
      this.#showMessages(messages);
      if (screen && !this.#busy && !screen.open) {
        this.#showScreen(screen);
      }
    } catch (failure) {
      this.#lost = true;
      this.#complain(failure.message);
    }
  }

  get #number() {
    return this.#field("number").value;
  }

  #find(selector) {
    return this.#root.querySelector(selector);
  }

  #field(name) {
    return this.#find(`input[name=${name}]`);
  }

  /** Where the keypad types: the answer while one is wanted, else the code. */
  get #target() {
    return this.#field(this.#open ? "answer" : "code");
  }

  #addKeypad() {
    for (const key of KEYS) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = key;
      button.addEventListener("click", () => {
        this.#target.value += key;
      });
      this.#find(".keypad").append(button);
    }
  }

  #listen() {
    this.#find("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#call();
    });
    this.#find(".writing").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#write();
    });
    this.#find(".hangup").addEventListener("click", () => this.#hangUp());
    this.#find(".delete").addEventListener("click", () => {
      this.#target.value = this.#target.value.slice(0, -1);
    });
    this.#field("number").addEventListener("change", () => this.#changeNumber());
    this.#find(".faults").addEventListener("change", () => this.#writeFaults());
  }

  #call() {
    if (this.#open) {
      const text = this.#field("answer").value;
      this.#field("answer").value = "";
      return this.#press("/answer", { phone: this.#number, text });
    }
    return this.#press("/dial", { phone: this.#number, code: this.#field("code").value });
  }

  /** What could not be sent stays in its field. */
  async #write() {
    const text = this.#field("words").value;
    const sent = this.#find(".sent");
    const button = this.#find(".write");
    button.disabled = true;
    sent.textContent = "Sending…";
    try {
      const { taken } = await ask("POST", "/sms", { phone: this.#number, text });
      this.#field("words").value = "";
      sent.textContent = taken
        ? `Sent: ${text}`
        : "The gateway did not take it yet; the network tries again.";
      setTimeout(() => this.look(), LOOK_SOON_MILLIS);
    } catch (failure) {
      sent.textContent = failure.message;
    } finally {
      button.disabled = false;
    }
  }

  async #hangUp() {
    this.#busy = false;
    await this.#press("/hangup", { phone: this.#number });
  }

  async #press(path, order) {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    const press = ++this.#presses;
    this.#complain("");
    this.#find(".state").textContent = "Connecting…";
    try {
      const screen = await ask("POST", path, order);
      if (press === this.#presses) {
        this.#showScreen(screen);
      }
    } catch (failure) {
      if (press === this.#presses) {
        this.#find(".state").textContent = this.#open ? "Session open" : "Ready";
        this.#complain(failure.message);
      }
    } finally {
      if (press === this.#presses) {
        this.#busy = false;
      }
    }
  }

  #showScreen(screen) {
    const before = this.#open;
    this.#open = screen.open;
    this.#find(".screen").textContent = screen.screen;
    this.#find(".screen").classList.toggle("over", screen.tooLong);
    this.#find(".septets").textContent = screen.septets ? `${screen.septets}/${ROOM}` : "";
    this.#find(".septets").classList.toggle("over", screen.tooLong);
    this.#find(".state").textContent = screen.open ? "Session open" : "Session over";
    this.#find(".call").textContent = screen.open ? "Send" : "Call";
    this.#field("answer").disabled = !screen.open;
    this.#field("code").disabled = screen.open;
    const tooLong = screen.tooLong ? `This screen is longer than ${ROOM} characters.` : "";
    this.#complain(screen.problem || tooLong);
    if (screen.open && !before && !this.#touched) {
      this.#field("answer").focus();
    }
    if (!screen.open) {
      this.#field("answer").value = "";
    }
  }

  /** On a touch screen the keyboard would cover the phone, so the field is left alone there. */
  get #touched() {
    return matchMedia("(pointer: coarse)").matches;
  }

  #showMessages(messages) {
    const newest = `${this.#number} ${messages.length} ${messages.at(-1)?.id}`;
    if (newest === this.#newest) {
      return;
    }
    this.#newest = newest;
    this.#find(".inbox").replaceChildren(...messages.toReversed().map(letter));
    this.#find(".count").textContent = messages.length ? `(${messages.length})` : "";
    this.#find(".empty").hidden = messages.length > 0;
  }

  async #changeNumber() {
    this.#presses++;
    this.#busy = false;
    try {
      this.#showScreen(await ask("GET", `/phone?phone=${encodeURIComponent(this.#number)}`));
      this.#find(".state").textContent = this.#open ? "Session open" : "Ready";
      await this.#readFaults();
      await this.look();
    } catch (failure) {
      this.#complain(failure.message);
    }
  }

  async #readFaults() {
    try {
      this.#showFaults(await ask("GET", `/faults?phone=${encodeURIComponent(this.#number)}`));
    } catch (failure) {
      this.#complain(failure.message);
    }
  }

  async #writeFaults() {
    try {
      const faults = await ask("PUT", "/faults", {
        phone: this.#number,
        duplicate: this.#field("duplicate").checked,
        drop: this.#field("drop").checked,
        delayMillis: this.#field("delayMillis").valueAsNumber || 0,
      });
      this.#showFaults(faults);
      this.#complain("");
    } catch (failure) {
      this.#complain(failure.message);
    }
  }

  #showFaults(faults) {
    this.#field("duplicate").checked = faults.duplicate;
    this.#field("drop").checked = faults.drop;
    this.#field("delayMillis").value = faults.delayMillis;
    const some = faults.duplicate || faults.drop || faults.delayMillis > 0;
    this.#find(".active").textContent = some ? "(on)" : "";
  }

  #complain(sentence) {
    const problem = this.#find(".problem");
    problem.textContent = sentence;
    problem.hidden = !sentence;
  }
}

function paragraph(className, text) {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}

/** One SMS as it is shown in an inbox. */
function letter(message) {
  const item = document.createElement("li");
  const at = new Date(message.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  item.append(paragraph("from", `${message.from} · ${at}`), paragraph("text", message.text));
  return item;
}

/** Looks again and again, but only while somebody can see it. */
async function watch(phones) {
  if (document.visibilityState === "visible") {
    await Promise.all(phones.map((phone) => phone.look()));
  }
  setTimeout(() => watch(phones), LOOK_AGAIN_MILLIS);
}

const network = await ask("GET", "/network").catch(() => ({ code: "", shortCode: "the short code" }));
const phones = PEOPLE.map((number, index) => {
  const desk = document.querySelector("#phone").content.cloneNode(true).firstElementChild;
  document.querySelector("#phones").append(desk);
  return new Phone(desk, index + 1, number, network);
});
watch(phones);
