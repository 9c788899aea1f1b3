/** What `@clerk/clerk-react` asks of Clerk's own script, and no more: its forms are a button for each person. */
export const clerkScript = (host: string, people: readonly string[]) => `{
  const ask = async (act, body = "") => (await fetch("https://${host}/v1/" + act, { method: "POST", body })).json();
  const listeners = new Set();
  const state = () => ({ client: {}, session: clerk.session, user: clerk.user, organization: null });
  const become = (held) => {
    clerk.user = held && { id: held.subject };
    clerk.session = held && {
      id: held.sessionId, status: "active", user: clerk.user, getToken: async () => (await ask("token"))?.jwt ?? null,
    };
    for (const tell of listeners) tell(state());
  };
  const show = (act) => (place, { appearance: { variables } }) => {
    for (const name of ${JSON.stringify(people)}) {
      const button = document.createElement("button");
      button.textContent = act + " as " + name;
      Object.assign(button.style, { minHeight: "44px", background: variables.colorPrimary });
      button.style.color = variables.colorPrimaryForeground;
      button.addEventListener("click", async () => become(await ask("sign-in", name)));
      place.append(button);
    }
  };
  const hide = (place) => place.replaceChildren();
  const clerk = {
    loaded: false, status: "loading", version: "0", session: null, client: {}, user: null, organization: null,
    async load() {
      become(await ask("session"));
      Object.assign(clerk, { loaded: true, status: "ready" });
    },
    on: (kind, tell) => kind === "status" && tell(clerk.status),
    off() {},
    addListener(tell) {
      listeners.add(tell);
      tell(state());
      return () => listeners.delete(tell);
    },
    mountSignIn: show("Sign in"), unmountSignIn: hide,
    mountSignUp: show("Sign up"), unmountSignUp: hide,
    mountUserProfile: (place) => place.append("What Clerk keeps of " + clerk.user.id), unmountUserProfile: hide,
    __unstable__updateProps() {},
    async signOut({ redirectUrl }) {
      become(await ask("sign-out"));
      location.href = redirectUrl;
    },
  };
  window.Clerk = clerk;
}`;
