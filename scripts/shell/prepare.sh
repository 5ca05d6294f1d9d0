# Sourced by scripts/start and scripts/test from the root of the checkout, in any POSIX shell.

# Runs a command that may take long; a signal to the script ends the command too.
interruptible() {
  "$@" &
  child=$!
  trap 'kill -TERM "$child" 2>/dev/null; wait "$child"; exit 143' TERM HUP
  trap 'kill -TERM "$child" 2>/dev/null; wait "$child"; exit 130' INT
  status=0
  wait "$child" || status=$?
  trap - TERM HUP INT
  return "$status"
}

# Installs the packages of package-lock.json when they are missing or other ones; nothing runs while they are installed.
install_packages() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || {
    echo "Node.js 20 or newer and npm are needed: https://nodejs.org" >&2
    exit 69
  }
  if ! node scripts/shell/installed.mjs; then
    echo "installing packages (a minute or two, once)"
    for pause in 5 15 0; do
      if interruptible npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; then break; fi
      [ "$pause" -gt 0 ] || { echo "npm ci failed three times: see above" >&2; exit 69; }
      sleep "$pause"
    done
    node scripts/shell/installed.mjs || { echo "npm ci left packages out: see above" >&2; exit 69; }
  fi
  PATH="$PWD/node_modules/.bin:$PATH"
  export PATH
  node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 22 || (major === 22 && minor >= 18) ? 0 : 1)' || {
    echo "No Node.js is packaged for this machine and its own is $(node --version): install 22.18 or newer" >&2
    exit 69
  }
}
