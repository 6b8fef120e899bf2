import matplotlib.image
import numpy as np
import pytest

import wine


@pytest.fixture(scope="module")
def wines():
    return wine.load_wines()


@pytest.fixture(scope="module")
def parts(wines):
    return wine.split(wines)


@pytest.fixture(scope="module")
def model(parts):
    return wine.fit(parts[0])


def test_wines_are_complete(wines):
    assert wines.shape == (178, 14)
    assert not wines.isna().any().any()


def test_every_grower_has_wines(wines):
    assert wines["grower"].value_counts().to_dict() == {0: 59, 1: 71, 2: 48}


def test_split_keeps_every_wine_once(wines, parts):
    train, test = parts
    assert sorted([*train.index, *test.index]) == sorted(wines.index)


def test_split_keeps_the_shares_of_the_growers(wines, parts):
    for part in parts:
        np.testing.assert_allclose(shares(part), shares(wines), atol=0.02)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_split_repeats_for_the_same_seed(wines, seed):
    first, second = wine.split(wines, seed)[1], wine.split(wines, seed)[1]
    assert first.equals(second)


def test_model_finds_growers_of_unseen_wines(parts, model):
    assert wine.accuracy(model, parts[1]) > 0.95


def test_confusion_counts_every_wine(parts, model):
    counts = wine.confusion(model, parts[1])
    assert counts.to_numpy().sum() == len(parts[1])
    assert np.trace(counts) / len(parts[1]) == pytest.approx(wine.accuracy(model, parts[1]))


def test_accuracy_is_no_accident_of_the_split(wines):
    mean, deviation = wine.cross_validate(wines)
    assert mean > 0.95
    assert deviation < 0.05


def test_without_the_right_growers_there_is_nothing_to_learn(wines):
    shuffled = wines.assign(grower=np.random.default_rng(0).permutation(wines["grower"]))
    mean, _ = wine.cross_validate(shuffled)
    assert mean < 0.55


def test_importance_names_every_measurement(wines, model):
    weights = wine.importance(model, wines)
    assert set(weights.index) == set(wines.columns) - {"grower"}
    assert weights.is_monotonic_decreasing


def test_plot_is_a_picture(wines, model, tmp_path):
    path = tmp_path / "figures" / "wines.png"
    wine.plot(model, wines, path)
    assert matplotlib.image.imread(path).shape[:2] == (400, 600)


def shares(wines):
    return wines["grower"].value_counts(normalize=True).sort_index().to_numpy()
