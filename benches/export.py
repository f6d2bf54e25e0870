"""The casualty chart as a script would draw it with matplotlib: from an evidence CSV to a PNG of 3200 × 1800."""

import csv
import re
import sys
from datetime import datetime

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.dates import DateFormatter


def when(text):
    """The first day, and minute if there is one, of a time in words; None without one."""
    found = re.search(r"(\d{1,2})(?:–\d{1,2})? (\w{3}) (\d{4})(?:, (\d{2}:\d{2}))?", text)
    if not found:
        return None
    day, month, year, minute = found.groups()
    return datetime.strptime(f"{day} {month} {year} {minute or '12:00'}", "%d %b %Y %H:%M")


def figure(text):
    """The first number of a claim in words; None without one."""
    found = re.search(r"\d[\d,]*", text)
    return int(found.group().replace(",", "")) if found else None


source, target = sys.argv[1:]
panels = {}
with open(source, newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        at, value = when(row["time"]), figure(row["says"])
        if at and value:
            panel = panels.setdefault((row["incident"], row["whom"] or "Side not stated"), [])
            panel.append((at, value, row["who"], row["number"], row["time"].startswith("printed")))

picture, axes = plt.subplots(len(panels), sharex=True, figsize=(16, 9), dpi=200, squeeze=False)
colours = plt.get_cmap("tab10")
claimants = sorted({claim[2] for claims in panels.values() for claim in claims})
for axis, ((incident, side), claims) in zip(axes.flat, panels.items()):
    axis.set_title(f"{incident}: {side}", loc="left", fontsize=9, fontweight="bold")
    axis.set_yscale("log")
    axis.grid(axis="y", linewidth=0.5)
    for name in sorted({claim[2] for claim in claims}):
        colour = colours(claimants.index(name) % 10)
        said = sorted(claim for claim in claims if claim[2] == name)
        times, values = [claim[0] for claim in said], [claim[1] for claim in said]
        if name:
            axis.step(times, values, where="post", color=colour)
            axis.annotate(name, (times[-1], values[-1]), xytext=(8, 0), textcoords="offset points",
                          color=colour, fontsize=8)
        for at, value, _, number, printed in said:
            axis.plot(at, value, "o", color=colour, markerfacecolor="white" if printed else colour)
            axis.annotate(number, (at, value), xytext=(4, 4), textcoords="offset points",
                          color=colour, fontsize=7)
    axis.xaxis.set_major_formatter(DateFormatter("%d %b %H:%M"))
picture.suptitle("Killed, by incident and side", x=0.01, ha="left", fontweight="bold")
picture.tight_layout()
picture.savefig(target)
