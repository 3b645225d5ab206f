# Fits the sets of a table and prints set, quantity and number in each line: nlsLM from the start, then nls from there,
# with exact derivatives by deriv and a convergence criterion of 1e-10, or as far as it gets. See compare.py.
suppressWarnings(library(minpack.lm))

table <- commandArgs(TRUE)[1]
columns <- c("name", "model", "predictors", "start", "fixed", "weights", "new_sigma")
sets <- read.delim(table, header = FALSE, col.names = columns, colClasses = "character", quote = "")
level <- 0.95

parse_values <- function(text) {
    items <- strsplit(strsplit(text, ",")[[1]], "=")
    setNames(as.numeric(sapply(items, `[`, 2)), sapply(items, `[`, 1))
}

below_diagonal <- function(matrix) t(matrix)[upper.tri(matrix)]

for (set in split(sets, seq_len(nrow(sets)))) {
    put <- function(quantity, values) cat(sprintf("%s\t%s\t%.17g\n", set$name, quantity, values), sep = "")

    folder <- dirname(table)
    data <- na.omit(read.csv(file.path(folder, paste0(set$name, ".csv"))))
    points <- read.csv(file.path(folder, paste0(set$name, ".points.csv")))
    predictors <- strsplit(set$predictors, ",")[[1]]
    all <- parse_values(set$start)
    fixed <- strsplit(set$fixed, ",")[[1]]
    start <- all[setdiff(names(all), fixed)]
    data$weight <- if (set$weights == "none") 1 else 1 / data$sigma^2

    expression <- parse(text = gsub("arctan", "atan", set$model))[[1]]
    expression <- do.call(substitute, list(expression, as.list(all[fixed])))
    f <- deriv(expression, names(start), function.arg = c(names(start), predictors))
    formula <- as.formula(paste0("y ~ f(", paste(c(names(start), predictors), collapse = ", "), ")"))
    fit <- suppressWarnings(nlsLM(
        formula, data, as.list(start), weights = weight,
        control = nls.lm.control(ftol = 1e-15, ptol = 1e-15, gtol = 0, maxiter = 1000, maxfev = 20000)))
    fit <- tryCatch(
        suppressWarnings(nls(
            formula, data, as.list(coef(fit)), weights = weight,
            control = nls.control(tol = 1e-10, maxiter = 1000, minFactor = 1e-9, warnOnly = TRUE))),
        error = function(e) fit)

    is_absolute <- set$weights == "absolute"
    scale <- if (is_absolute) 1 else sigma(fit)^2
    covariance <- vcov(fit) / sigma(fit)^2 * scale
    quantile <- if (is_absolute) qnorm((1 + level) / 2) else qt((1 + level) / 2, df.residual(fit))
    errors <- sqrt(diag(covariance))
    put("degrees of freedom", df.residual(fit))
    put("estimates", coef(fit))
    put("standard errors", errors)
    put("correlations", below_diagonal(cov2cor(covariance)))
    # confint.default with Student's t in place of the normal distribution.
    put("t intervals", rbind(coef(fit) - quantile * errors, coef(fit) + quantile * errors))
    put("residual deviation", sigma(fit))
    put("R-squared", 1 - deviance(fit) / deviance(lm(y ~ 1, data, weights = weight)))
    if (is_absolute) {
        # R's own criteria estimate the variance.
        likelihood <- sum(dnorm(data$y, fitted(fit), data$sigma, log = TRUE))
        put("AIC", 2 * length(start) - 2 * likelihood)
        put("BIC", log(nrow(data)) * length(start) - 2 * likelihood)
    } else {
        put("AIC", AIC(fit))
        put("BIC", BIC(fit))
    }

    at <- do.call(f, c(as.list(coef(fit)), as.list(points)))
    gradient <- attr(at, "gradient")
    variance <- rowSums((gradient %*% covariance) * gradient)
    for (band in c("confidence band", "prediction band")) {
        own <- if (band == "prediction band") scale * as.numeric(set$new_sigma)^2 else 0
        half <- quantile * sqrt(variance + own)
        put(band, rbind(at - half, at + half))
    }
}
