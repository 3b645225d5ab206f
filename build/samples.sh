#!/usr/bin/env bash
# Runs the samples over the packages in artifacts/packages, with Redis and PostgreSQL of their own on free ports of the
# loopback, kills one process of each with SIGKILL on the way, and compares the digests of all bits with one process.
#   build/samples.sh [fits]     default: 20000
# Needs redis-server and PostgreSQL (apt install redis-server postgresql); after build/pack.sh.
set -euo pipefail
cd "$(dirname "$0")/.."

fits=${1:-20000}
limit=$((120 + fits / 500))
folder=$(mktemp -d)
declare -A started=()
server=

# Only what this script started, by its number, and Redis after those that tell it of their end.
finish() {
    for pid in "${!started[@]}"; do
        kill "$pid" 2>/dev/null || true
    done
    for pid in "${!started[@]}"; do
        wait "$pid" 2>/dev/null || true
    done
    [ -z "$server" ] || kill "$server"
    [ ! -f "$folder/postgres/postmaster.pid" ] || postgres pg_ctl stop -m immediate -D "$folder/postgres" >/dev/null
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT

run() { # run NAME COMMAND...: in the background; its number is in $pid, what it prints in a file
    "${@:2}" >"$folder/$1.out" 2>&1 &
    pid=$!
    started[$pid]=$1
}

fail() {
    echo "$1" >&2
    tail -n 40 "$folder"/*.out >&2
    exit 1
}

await() { # await NAME PATTERN [COUNT]: until what a process prints has so many lines like that; default 1
    for _ in $(seq 600); do
        [ "$(grep -cE "$2" "$folder/$1.out")" -lt "${3:-1}" ] || return 0
        sleep 0.1
    done
    fail "$1 did not print $2 within a minute."
}

free_port() { # free_port COUNT: the first of so many that nobody listens on
    local port taken
    for port in $(seq "$((20000 + RANDOM % 20000))" "$1" 60000); do
        taken=$(ss -Htln "sport >= :$port and sport < :$((port + $1))")
        [ -n "$taken" ] || { echo "$port"; return; }
    done
}

same() { # same NAME NAME: whether two runs printed the same digest
    [ "$(grep ^digest "$folder/$1.out")" = "$(grep ^digest "$folder/$2.out")" ] || fail "$1 and $2 differ."
}

postgres() { # postgres PROGRAM ARGUMENTS: one of PostgreSQL's programs, which do not run as root
    local program
    program=$(ls -d /usr/lib/postgresql/*/bin/"$1" | sort -V | tail -n 1)
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u postgres -- "$program" "${@:2}")
    else
        "$program" "${@:2}"
    fi
}

# Of the cache, only what another package of the same version would hide.
rm -rf artifacts/package-cache/minpacknet*
for sample in OrleansFit HangfireFit; do
    dotnet build -c Release tests/samples/$sample -v q >"$folder/build.out" 2>&1 || fail "$sample does not build."
done
orleans=(dotnet artifacts/samples/bin/OrleansFit/release/OrleansFit.dll)
hangfire=(dotnet artifacts/samples/bin/HangfireFit/release/HangfireFit.dll)

# A silo has its port and the next.
port=$(free_port 20)
redis=127.0.0.1:$((port + 10))
run redis redis-server --bind 127.0.0.1 --port "${redis#*:}" --save '' --appendonly no --dir "$folder"
server=$pid
unset "started[$server]"
await redis 'Ready to accept connections'

"${orleans[@]}" alone --fits "$fits" >"$folder/alone.out"
cat "$folder/alone.out"

run serve "${orleans[@]}" serve --redis "$redis" --port "$port" --http "http://127.0.0.1:$((port + 11))"
service=$pid
run silo "${orleans[@]}" silo --redis "$redis" --port "$((port + 2))"
victim=$pid
await serve '^ready'
await silo '^ready'
run drive timeout "$limit" \
    "${orleans[@]}" drive --redis "$redis" --port "$((port + 4))" --fits "$fits" --size $((fits / 200))
driver=$pid
await drive '^60 of 200 parts'
kill -KILL "$victim"
wait "$victim" 2>/dev/null || true
unset "started[$victim]"
echo 'three silos, one killed after 60 of 200 parts:'
wait "$driver" || fail 'The driver failed.'
unset "started[$driver]"
tail -n 4 "$folder/drive.out"
same alone drive

held() { # held COUNT: how many KiB the service holds after a collection, the next time it says so
    kill -HUP "$service"
    await serve "^holds" "$1"
    sed -nE 's/^holds ([0-9]+) KiB/\1/p' "$folder/serve.out" | tail -n 1
}
press() { # press TIMES: sends the requests so many times
    for _ in $(seq "$1"); do
        "${orleans[@]}" press --http "http://127.0.0.1:$((port + 11))" >"$folder/press.out" 2>&1 ||
            fail 'Answers are wrong.'
    done
}
press 2
after=$(held 1)
# Pools of buffers grow until they have what as many requests at once as ever came together need, and then stay. A body
# that stays for each request would be twenty MiB in three rounds, in each three.
for three in 1 2 3 4; do
    before=$after
    press 3
    after=$(held $((three + 1)))
    echo "the service holds $before KiB before three rounds and $after KiB after"
    [ "$after" -gt $((before + 4096)) ] || break
done
cat "$folder/press.out"
[ "$after" -le $((before + 4096)) ] || fail 'The service grows.'

chmod 711 "$folder"
mkdir "$folder/postgres"
[ "$(id -u)" -ne 0 ] || chown postgres "$folder/postgres"
listen=$((port + 12))
postgres initdb --auth=trust --username=postgres --encoding=UTF8 --locale=C --no-sync -D "$folder/postgres" \
    >"$folder/initdb.out" 2>&1 || fail 'initdb failed.'
postgres pg_ctl start -w -D "$folder/postgres" -l "$folder/postgres/log" \
    -o "-c listen_addresses=127.0.0.1 -c port=$listen -c unix_socket_directories= -c fsync=off" >"$folder/pg_ctl.out"
database="Host=127.0.0.1;Port=$listen;Username=postgres;Database=postgres"

run worker "${hangfire[@]}" worker --db "$database"
await worker '^ready'
run dying "${hangfire[@]}" worker --db "$database" --die-in 3
victim=$pid
await dying '^ready'
run submit timeout "$limit" "${hangfire[@]}" submit --db "$database" --fits "$fits" --size $((fits / 40))
submitter=$pid
wait "$submitter" || fail 'The submitter failed.'
unset "started[$submitter]"
kill -0 "$victim" 2>/dev/null && fail 'The worker did not die.'
unset "started[$victim]"
echo 'two workers, one killed in its third part:'
tail -n 4 "$folder/submit.out"
same alone submit
