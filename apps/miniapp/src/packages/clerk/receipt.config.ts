export default definePageConfig({ navigationBarTitleText: '消费凭证' });
