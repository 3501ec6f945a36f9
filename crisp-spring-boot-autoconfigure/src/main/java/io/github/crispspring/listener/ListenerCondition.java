package io.github.crispspring.listener;

import java.lang.reflect.Method;

import io.github.crispspring.event.CrispApplicationEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.expression.BeanFactoryResolver;
import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * Condition under which a listener receives an event, written in SpEL.
 */
final class ListenerCondition {

	static final ParameterNameDiscoverer PARAMETER_NAMES = new DefaultParameterNameDiscoverer();

	private final SpelExpression expression;

	private final Method method;

	private final BeanFactoryResolver beans;

	ListenerCondition(String expression, Method method, Class<?> beanType, @Nullable Class<?> eventType,
			BeanFactory beanFactory) {
		try {
			this.expression = new SpelExpressionParser().parseRaw(expression);
		}
		catch (ParseException ex) {
			throw new InvalidListenerException(method,
					"Its condition '%s' is not a valid SpEL expression.".formatted(expression),
					"Correct the expression: %s.".formatted(ex.getSimpleMessage()));
		}
		new ConditionNames(method, beanType, eventType).check(this.expression.getAST());
		this.method = method;
		this.beans = new BeanFactoryResolver(beanFactory);
	}

	boolean isMet(CrispApplicationEvent<?> event, @Nullable Object[] arguments) {
		MethodBasedEvaluationContext context = new MethodBasedEvaluationContext(new Root(event, arguments), this.method,
				arguments, PARAMETER_NAMES);
		context.setBeanResolver(this.beans);
		return Boolean.TRUE.equals(this.expression.getValue(context, Boolean.class));
	}

	/**
	 * Root object of the expression.
	 */
	private record Root(CrispApplicationEvent<?> event, @Nullable Object[] args) {

	}

}
