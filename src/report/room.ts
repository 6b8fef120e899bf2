/** What is left of so many bytes. */
export type Room = {
  /** Takes so many bytes away, if they are left. */
  take(bytes: number): boolean;
};

/** Room for so many bytes. */
export function makeRoom(bytes: number): Room {
  let left = bytes;
  return {
    take(wanted) {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
  };
}
