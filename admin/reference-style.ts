/** How the reference page looks: readable in daylight and at night, and when the letters are large. */
export const REFERENCE_STYLE = `:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.25rem; margin-top: 2.5rem; }
h3 { font-size: 1rem; margin-bottom: .25rem; }
a { color: inherit; }
code { font: .92em ui-monospace, monospace; }
.call { display: inline-block; padding: .3rem .6rem; background: var(--soft); border: 1px solid var(--line); border-radius: .3rem; }
nav ul { columns: 18rem; padding-left: 1.1rem; }
section { border-top: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-top: 1px solid var(--line); font-weight: normal; overflow-wrap: anywhere; }
thead th { font-weight: 600; }
dl { display: grid; grid-template-columns: 3.5rem 1fr; gap: .15rem .5rem; }
dd { margin: 0; }
`;
