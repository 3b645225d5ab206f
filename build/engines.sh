#!/usr/bin/env bash
# Runs the job of src/MinpackNet.Cli/CLUSTER.md, with the files shown there, in one process, under GNU parallel, and as
# an array of Slurm on this machine. Tasks are killed in the middle; each merged table must be that of the one process.
#   build/engines.sh [groups [MiB of a part [engine ...]]]     default: 40000 0.04 parallel slurm
# Needs, as root: apt install parallel slurmctld slurmd slurm-client munge
set -euo pipefail
cd "$(dirname "$0")/.."

groups=${1:-40000}
size=${2:-0.04}
engines=("${@:3}")
[ ${#engines[@]} -gt 0 ] || engines=(parallel slurm)
page=$PWD/src/MinpackNet.Cli/CLUSTER.md
command=$PWD/artifacts/bin/MinpackNet.Cli/release/minpack.dll
shards=8
work=$(mktemp -d)
daemons=()

fail() {
    echo "$*" >&2
    exit 1
}

need() { # need TOOL...
    local tool
    for tool in "$@"; do
        command -v "$tool" >"$work/tool" ||
            fail "$tool is not installed: apt install parallel slurmctld slurmd slurm-client munge"
    done
}

finish() {
    local status=$? shard pid
    limit=$((SECONDS + 60))
    for ((shard = 0; shard < shards; shard++)); do
        pid=$(task "$shard") && kill "$pid"
    done
    # The last one started is the first to end: the tasks of Slurm report to it, and it needs munge.
    [ ${#daemons[@]} -lt 3 ] || { scancel --user=root && await 'the tasks end' ended; }
    for pid in "${daemons[@]}"; do
        kill "$pid"
        await "process $pid ends" gone "$pid"
    done
    [ "$status" -eq 0 ] || find "$work" -name '*.log' -exec tail -n 15 {} + >&2
    rm -rf "$work"
}

task() { # task SHARD: prints the id of its process, if that is running
    local pid
    pid=$(cat "$work/$1.pid" 2>/dev/null) && [ "$(readlink "/proc/$pid/cwd")" = "$work" ] && echo "$pid"
}

await() { # await WHAT COMMAND...: until the command succeeds
    local what=$1
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$limit" ] || fail "waited too long: $what"
        read -rt 0.05 -u 9 || true
    done
}

middle() { # middle SHARD: until it has written a part; prints its process
    await "shard $1 writes a part" test -e "job/part-00000$1.part"
    task "$1" || fail "shard $1 ended before it could be killed: take more groups"
}

gone() { ! kill -0 "$1" 2>/dev/null; }

expect() { # expect FILE PATTERN: prints the line of what a task has said
    grep -E -- "$2" "$1" || fail "$1 has no line like '$2'"
}

same() { # same ENGINE: merges, and compares with the table of the one process
    bash merge.sh
    cmp one.csv fits.csv || fail "under $1 the merged table is another one"
    echo "$1: the merged table is that of one process, byte for byte"
    rm -r job fits.csv
}

run_parallel() {
    bash parallel.sh >parallel-out.log 2>&1 &
    local engine=$!
    kill -KILL "$(middle 3)"
    wait "$engine" || fail 'GNU parallel failed'
    expect parallel-out.log '^shard 3/8: .* [1-9][0-9]* were there'
    same 'GNU parallel'
}

state() { # state JOB PATTERN: whether Slurm says so of it
    scontrol show job --oneliner "$1" 2>/dev/null | grep -Eq -- "$2"
}

ended() { # ended [JOB]: whether Slurm has nothing more to do for it, or for any
    ! squeue --noheader ${1:+--jobs "$1"} 2>/dev/null | grep -q .
}

start_slurm() {
    local host
    host=$(hostname -s)
    mkdir -p slurm/state slurm/spool
    # A node of two processors, whatever the machine has, without cgroups; a task that is requeued waits until its
    # credential has expired.
    cat >slurm/slurm.conf <<CONF
ClusterName=one
SlurmctldHost=$host(127.0.0.1)
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 RealMemory=2000
PartitionName=fit Nodes=$host Default=YES
SlurmctldPort=16817
SlurmdPort=16818
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
AuthInfo=socket=$work/slurm/munge.socket,cred_expire=5
SlurmUser=root
StateSaveLocation=$work/slurm/state
SlurmdSpoolDir=$work/slurm/spool
SlurmctldPidFile=$work/slurm/slurmctld.pid
SlurmdPidFile=$work/slurm/slurmd.pid
SlurmctldLogFile=$work/slurm/slurmctld.log
SlurmdLogFile=$work/slurm/slurmd.log
SlurmdParameters=config_overrides
SchedulerParameters=sched_min_interval=0,bf_interval=1
ProctrackType=proctrack/linuxproc
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=1
CONF
    export SLURM_CONF=$work/slurm/slurm.conf
    mungekey --create --keyfile="$work/slurm/munge.key"
    # The folder is nobody else's, at which it would balk.
    munged --force --key-file="$work/slurm/munge.key" --socket="$work/slurm/munge.socket" \
        --seed-file="$work/slurm/munge.seed" --pid-file="$work/slurm/munged.pid" --log-file="$work/slurm/munged.log"
    daemons=("$(cat slurm/munged.pid)")
    slurmctld
    await 'slurmctld starts' test -s slurm/slurmctld.pid
    daemons=("$(cat slurm/slurmctld.pid)" "${daemons[@]}")
    await 'slurmctld answers' scontrol ping >slurm/ping.log
    slurmd
    await 'slurmd starts' test -s slurm/slurmd.pid
    daemons=("$(cat slurm/slurmd.pid)" "${daemons[@]}")
    await 'the node is idle' bash -c 'sinfo --noheader --format=%t | grep -qx idle'
    node=$host
}

run_slurm() {
    start_slurm
    local job merge pid
    read -r job merge < <(bash submit.sh)
    pid=$(middle 0)
    scontrol requeue "${job}_0"
    await 'the requeued task ends' gone "$pid"
    pid=$(middle 2)
    scancel "${job}_2"
    await 'the canceled task ends' gone "$pid"
    kill -KILL "$(middle 3)"
    pid=$(middle 5)
    scontrol update nodename="$node" state=down reason=test
    await 'the node is empty' gone "$pid"
    scontrol update nodename="$node" state=resume
    await 'the merge ends' ended "$merge"

    state "${job}_2" 'JobState=CANCELLED' || fail 'the canceled task is in another state'
    state "${job}_3" 'JobState=FAILED .*Restarts=0 .*ExitCode=0:9' || fail 'the killed task is in another state'
    for shard in 0 5; do
        state "${job}_$shard" 'JobState=COMPLETED .*Restarts=[1-9]' || fail "task $shard was not run again"
        expect "fit-$shard.log" "^shard $shard/8: .* [1-9][0-9]* were there"
    done
    state "$merge" 'JobState=FAILED .*ExitCode=1:0' || fail 'the merge overlooked what is missing'
    expect merge.log 'parts are missing'

    job=$(bash again.sh)
    await 'the missing shards end' ended "$job"
    for shard in 2 3; do
        expect "fit-$shard.log" "^shard $shard/8: .* [1-9][0-9]* were there"
    done
    same Slurm
}

trap finish EXIT
trap 'exit 130' INT TERM
for engine in "${engines[@]}"; do
    case $engine in
        parallel) need parallel ;;
        slurm)
            need munged mungekey slurmctld slurmd sbatch
            [ "$(id -u)" -eq 0 ] || fail 'slurmd starts the tasks of any user, so this must run as root'
            ;;
        *) fail "there is no engine $engine; there are parallel and slurm" ;;
    esac
done

dotnet build -c Release src/MinpackNet.Cli -v q >"$work/build.log" 2>&1 || fail 'the command does not build'
cd "$work"
mkfifo never
exec 9<>never
export PATH=$work:$PATH PARALLEL_HOME=$work

# The files of the page, whose job is cut so that this number of groups has parts enough.
awk '/^```bash ./ { file = $2; next } /^```/ { file = "" } file { print > file }' "$page"
grep -q -- '--part-size 4 ' shard.sh || fail "$page has another part size than 4"
sed -i "s/--part-size 4 /--part-size $size /" shard.sh

# The command as installed. A shard leaves the id of its process.
cat >minpack <<EOT
#!/bin/bash
[[ " \$* " =~ " --shard "([0-9]) ]] && echo \$\$ >"$work/\${BASH_REMATCH[1]}.pid"
exec dotnet "$command" "\$@"
EOT
chmod +x minpack

# Decays with noise, in the order of time; each thousandth has too few values to be fitted. The generator is Lehmer's,
# so that the data are the same everywhere.
awk -v groups="$groups" 'BEGIN {
    seed = 1
    print "t,run,y"
    for (t = 0; t < 12; t++)
        for (run = 0; run < groups; run++) {
            if (t == 0) { a[run] = 5 + 5 * random(); k[run] = 0.2 + random() }
            y = a[run] * exp(-k[run] * t) + 0.5 + 0.1 * (random() - 0.5)
            printf((run % 1000 == 7 && t > 1 ? "%d,r%07d,\n" : "%d,r%07d,%.4f\n"), t, run, y)
        }
}
function random() { seed = seed * 16807 % 2147483647; return seed / 2147483647 }' >measured.csv
bash sort.sh
bash one.sh
limit=$((SECONDS + 180 + groups / 1000))
for engine in "${engines[@]}"; do
    "run_$engine"
done
