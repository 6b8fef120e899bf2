"""Prices of things. Some of it is wrong on purpose, so that there is something to report."""

import json
import warnings


def total(prices, tax=0.19):
    """The sum of some prices with tax."""
    return sum(prices) * (1 + tax)


def read(text):
    """Prices from a JSON text."""
    return json.loads(text)["prices"]


def rounded(price):
    """A price in whole units."""
    warnings.warn("rounded() goes away, use round()", DeprecationWarning, stacklevel=2)
    return int(price)


if __name__ == "__main__":
    print(total([1.5, 2.5]))
