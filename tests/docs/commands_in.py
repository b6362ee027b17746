"""Prints the commands of gcmock in a CI system's file, one a line: commands_in.py yaml|groovy FILE.

YAML is parsed whole; what cannot be parsed ends with exit code 1.
"""
import re
import shlex
import sys

import yaml


def commands_of_containers(node):
    """Kubernetes: command and args of a container, with its environment."""
    words = list(node.get("command", [])) + list(node.get("args", []))
    known = [entry for entry in node.get("env", []) if "value" in entry]
    before = "".join(f"{entry['name']}={shlex.quote(entry['value'])} " for entry in known)
    return [before + shlex.join(words)] if words else []


def shards_of(node):
    """What the CI system tells each of a job's shards: lines to be run before its commands."""
    if isinstance(node.get("parallel"), int):  # GitLab
        total = node["parallel"]
        return [f"export CI_NODE_INDEX={index} CI_NODE_TOTAL={total}" for index in range(1, total + 1)]
    if node.get("completionMode") == "Indexed":  # Kubernetes
        return [f"export JOB_COMPLETION_INDEX={index}" for index in range(node["completions"])]
    return []


def plain_commands_in(node):
    found = []
    if isinstance(node, dict):
        if "image" in node and ("command" in node or "args" in node):
            found += commands_of_containers(node)
        for key, value in node.items():
            if key in ("run", "script"):
                texts = value if isinstance(value, list) else [value]
                found += [line for text in texts for line in str(text).splitlines()]
            else:
                found += commands_in(value)
    elif isinstance(node, list):
        for each in node:
            found += commands_in(each)
    return found


def commands_in(node):
    """All texts below the keys that hold commands: run (GitHub), script (GitLab), command and args (Kubernetes)."""
    found = plain_commands_in(node)
    shards = shards_of(node) if isinstance(node, dict) else []
    if not shards:
        return found
    names = [word.split("=")[0] for word in shards[0].split()[1:]]
    return [line for shard in shards for line in [shard, *found]] + ["unset " + " ".join(names)]


def main():
    language, file = sys.argv[1:]
    with open(file, encoding="utf-8") as stream:
        text = stream.read()
    if language == "groovy":
        found = re.findall(r"\bsh '([^']*)'", text)
    else:
        try:
            documents = list(yaml.safe_load_all(text))
        except yaml.YAMLError as error:
            print(f"this is no YAML: {error}")
            sys.exit(1)
        found = [command for document in documents for command in commands_in(document)]
    for command in found:
        if re.match(r"(export |unset |(\w+=\S* )*gcmock )", command):
            print(command)


main()
