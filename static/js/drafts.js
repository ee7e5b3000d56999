// Saves what is typed a second after typing stops. Until the server has it, it is kept on this
// phone, sealed with a key that the server gives only to this person's open sign-in.
(() => {
  const A_SECOND = 1000;
  const A_WHILE = 15_000;
  const BY_ITSELF = { "X-By-Itself": "1" };
  const NOT_TYPED = ["form_token", "back", "about"];
  const started = new WeakSet();

  const ask = (address, options = {}) =>
    fetch(address, { headers: BY_ITSELF, redirect: "manual", ...options });
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const text = (sealed) => btoa(String.fromCharCode(...new Uint8Array(sealed)));

  class Draft {
    constructor(form) {
      this.form = form;
      this.address = form.dataset.draft;
      this.status = form.querySelector(".saved");
    }

    say(words) {
      if (this.status) this.status.textContent = words;
    }

    typed() {
      const all = [...new FormData(this.form)].filter(([name]) => !NOT_TYPED.includes(name));
      return Object.fromEntries(all);
    }

    async open(day = "") {
      const answer = await ask(this.form.dataset.draftKey + (day && `?day=${day}`)).catch(() => null);
      if (!answer?.ok) return null;
      const given = await answer.json();
      for (const field of document.querySelectorAll("[name=form_token]")) field.value = given.form_token;
      this.name = `draft ${given.mark} ${this.address}`;
      const key = await crypto.subtle.importKey("raw", bytes(given.key), "AES-GCM", false, ["encrypt", "decrypt"]);
      return { key, day: given.day };
    }

    async keepHere() {
      if (!this.seal) return;
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = new TextEncoder().encode(JSON.stringify(this.typed()));
      const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, this.seal.key, plain);
      const { day } = this.seal;
      const kept = { day, at: Date.now(), iv: text(iv), sealed: [...new Uint8Array(sealed)] };
      if (!this.isSent) localStorage.setItem(this.name, JSON.stringify(kept));
    }

    forget() {
      if (this.name) localStorage.removeItem(this.name);
    }

    async bringBack() {
      const kept = JSON.parse(localStorage.getItem(this.name) ?? "null");
      if (!kept || kept.at < Date.parse(this.form.dataset.draftAt || 0)) return this.forget();
      const { key } = kept.day === this.seal.day ? this.seal : ((await this.open(kept.day)) ?? {});
      if (!key) return;
      const plain = await crypto.subtle
        .decrypt({ name: "AES-GCM", iv: bytes(kept.iv) }, key, new Uint8Array(kept.sealed))
        .catch(() => null);
      if (!plain || this.wasTouched) return;
      this.fillIn(JSON.parse(new TextDecoder().decode(plain)));
      this.save();
    }

    fillIn(typed) {
      for (const field of this.form.elements) {
        if (!field.name || NOT_TYPED.includes(field.name)) continue;
        if (["radio", "checkbox"].includes(field.type)) field.checked = typed[field.name] === field.value;
        else if (field.name in typed) field.value = typed[field.name];
      }
    }

    async save(again = true) {
      clearTimeout(this.timer);
      this.onItsWay?.abort();
      this.onItsWay = new AbortController();
      const body = new URLSearchParams(new FormData(this.form));
      const { signal } = this.onItsWay;
      const typedNow = JSON.stringify(this.typed());
      const answer = await ask(this.address, { method: "POST", body, signal }).catch((why) => why);
      if (this.isSent || answer.name === "AbortError") return;
      if (answer.status === 422 && again && (await this.open())) return this.save(false);
      if (!answer.ok) return this.notYet(answer.status);
      this.say(`${(await answer.json()).saved}, only you can see it until you send it`);
      this.form.querySelector("[data-draft-discard]")?.removeAttribute("hidden");
      if (typedNow === JSON.stringify(this.typed())) this.forget();
    }

    notYet(status) {
      if (status === 413) return this.say("Too long to keep as a draft. Send it in two parts.");
      this.say(this.seal ? "Not sent. Kept safe on this phone for now." : "Not saved yet. No signal.");
      this.timer = setTimeout(() => this.save(), A_WHILE);
    }

    async start() {
      this.form.addEventListener("input", () => this.type());
      this.form.addEventListener("submit", (event) => this.send(event.submitter));
      addEventListener("online", () => this.timer && this.save());
      this.seal = globalThis.crypto?.subtle ? await this.open() : null;
      if (this.seal) this.bringBack();
    }

    async type() {
      this.wasTouched = true;
      this.isSent = false;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), A_SECOND);
      this.seal ??= globalThis.crypto?.subtle ? await this.open() : null;
      this.keepHere();
    }

    send(button) {
      // What is sent is no draft: one that is still on its way must not arrive after it.
      clearTimeout(this.timer);
      this.onItsWay?.abort();
      if (button?.matches("[data-draft-discard]")) this.forget();
      if (!button?.matches("[data-draft-save]")) this.isSent = true;
    }
  }

  const drafts = new Map();
  const startAll = (within) => {
    for (const form of within.querySelectorAll("form[data-draft]")) {
      if (started.has(form)) continue;
      started.add(form);
      drafts.set(form, new Draft(form));
      drafts.get(form).start();
    }
  };

  // A page that says what arrived: the copy on this phone goes.
  for (const done of document.querySelectorAll("[data-draft-done]")) {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith("draft ") && name.endsWith(` ${done.dataset.draftDone}`)) localStorage.removeItem(name);
    }
  }
  document.addEventListener("htmx:afterRequest", (event) => {
    // The form itself may be gone from the page by now; to be mended is not yet sent.
    const draft = drafts.get(event.detail.requestConfig.elt);
    const { status } = event.detail.xhr;
    if (status >= 200 && status < 300) draft?.forget();
    else if (draft) draft.isSent = false;
  });
  document.addEventListener("htmx:afterSettle", () => startAll(document));
  startAll(document);
})();
