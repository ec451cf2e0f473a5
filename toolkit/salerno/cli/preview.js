// Loads the page anew when there is a newer build, and says below the page why there is none.
(() => {
  const seen = document.currentScript.dataset.seen;
  const bar = document.createElement("div");
  const inside = bar.attachShadow({ mode: "open" });
  inside.innerHTML = `<style>
    :host { all: initial !important; position: fixed !important; inset: auto 0 0 0 !important; z-index: 2147483647 !important }
    p { margin: 0; padding: .6em 1em; max-height: 30vh; overflow: auto; background: #7a1420; color: #fff;
        font: 16px/1.4 system-ui, sans-serif; white-space: pre-wrap; overflow-wrap: anywhere }
    p:empty { display: none }
    @media print { :host { display: none !important } }
  </style><p role="status" lang="en" dir="ltr"></p>`;
  const text = inside.querySelector("p");
  document.documentElement.append(bar);
  let stream = null;
  const hear = (event) => {
    const told = JSON.parse(event.data);
    if (told.seen !== seen) location.reload();
    text.textContent = told.failure && `The last build failed. ${told.failure}`;
  };
  // A browser keeps six connections to a server, so that a page which nobody sees lets go of its own.
  const follow = () => {
    if (document.hidden && stream) {
      stream.close();
      stream = null;
    } else if (!document.hidden && !stream) {
      stream = new EventSource("/-/changes");
      stream.onmessage = hear;
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
})();
