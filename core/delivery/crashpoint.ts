type Listener = (name: string) => void;

// Set only by the fault tests, which end the process at a chosen step to see what survives.
let listener: Listener | undefined;

/** Names a step at which a process may die. Does nothing unless a fault test listens. */
export function crashpoint(name: string): void {
  listener?.(name);
}

export function onCrashpoint(given: Listener | undefined): void {
  listener = given;
}
