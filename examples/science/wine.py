"""Tells from its chemistry which of three growers a wine is from, and how sure one can be of that."""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # draws into files, so that no screen is needed

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.datasets import load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import StratifiedKFold, cross_val_score, train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

GROWERS = ["Grower A", "Grower B", "Grower C"]


def load_wines() -> pd.DataFrame:
    """Returns 178 wines: thirteen measurements each, and the column grower with 0, 1 or 2."""
    return load_wine(as_frame=True).frame.rename(columns={"target": "grower"})


def split(wines: pd.DataFrame, seed: int = 0) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Returns three quarters of the wines to train on and one quarter to test on, growers in equal shares."""
    train, test = train_test_split(wines, test_size=0.25, stratify=wines["grower"], random_state=seed)
    return train, test


def fit(wines: pd.DataFrame) -> Pipeline:
    """Returns a model of the grower, fitted to the measurements after bringing them to one scale."""
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    return model.fit(wines.drop(columns="grower"), wines["grower"])


def accuracy(model: Pipeline, wines: pd.DataFrame) -> float:
    """Returns the share of the wines whose grower the model finds."""
    return float(model.score(wines.drop(columns="grower"), wines["grower"]))


def confusion(model: Pipeline, wines: pd.DataFrame) -> pd.DataFrame:
    """Returns how many wines of each grower (rows) the model takes for each grower's (columns)."""
    predicted = model.predict(wines.drop(columns="grower"))
    counts = confusion_matrix(wines["grower"], predicted, labels=range(len(GROWERS)))
    return pd.DataFrame(counts, index=GROWERS, columns=GROWERS)


def cross_validate(wines: pd.DataFrame, folds: int = 5, seed: int = 0) -> tuple[float, float]:
    """Returns mean and standard deviation of the accuracy over the folds."""
    order = StratifiedKFold(folds, shuffle=True, random_state=seed)
    scores = cross_val_score(fit(wines), wines.drop(columns="grower"), wines["grower"], cv=order)
    return float(scores.mean()), float(scores.std())


def importance(model: Pipeline, wines: pd.DataFrame) -> pd.Series:
    """Returns how much each measurement weighs in the model, the heaviest first."""
    weights = np.abs(model[-1].coef_).mean(axis=0)
    return pd.Series(weights, index=wines.columns.drop("grower")).sort_values(ascending=False)


def plot(model: Pipeline, wines: pd.DataFrame, path: Path) -> None:
    """Draws the wines over the two heaviest measurements, one colour for each grower, into a PNG file."""
    across, up = importance(model, wines).index[:2]
    figure, axes = plt.subplots(figsize=(6, 4))
    for number, name in enumerate(GROWERS):
        chosen = wines[wines["grower"] == number]
        axes.scatter(chosen[across], chosen[up], label=name, alpha=0.7)
    axes.set(xlabel=across, ylabel=up)
    axes.legend()
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=100)
    plt.close(figure)


def main() -> None:
    wines = load_wines()
    train, test = split(wines)
    model = fit(train)
    mean, deviation = cross_validate(wines)
    print(f"accuracy on {len(test)} unseen wines: {accuracy(model, test):.1%}")
    print(f"accuracy over five folds: {mean:.1%} ± {deviation:.1%}")
    print(confusion(model, test).to_string())
    plot(model, wines, Path("figures/wines.png"))


if __name__ == "__main__":
    main()
